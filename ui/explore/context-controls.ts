import { css, html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { contextFields, type ContextField } from '../../engine/scenario/context-fields.js';
import { contextValue } from '../state/setup.js';
import { SessionElement } from '../state/session-element.js';
import { shownSetup } from '../state/state.js';
import { sharedStyles } from '../styles/shared-styles.js';

/** What happens around the policy, in both worlds alike: assumptions, generated from the scenario's own fields. */
@customElement('context-controls')
export class ContextControls extends SessionElement {
  #set(field: ContextField, input: HTMLInputElement): void {
    const { path, min, max, integer } = field;
    const now = contextValue(shownSetup(this.session.store.value).scenario.context, path);
    const entered = input.value.trim() === '' ? NaN : Number(input.value);
    const held = Number.isFinite(entered) ? Math.min(max, Math.max(min, entered)) : now;
    const value = integer ? Math.round(held) : held;
    input.value = String(value);
    this.session.store.dispatch({ type: 'setContext', path, value });
  }

  protected override render(): TemplateResult {
    const { context } = shownSetup(this.session.store.value).scenario;
    return html`
      <h2>Assumptions about the surroundings</h2>
      <p class="quiet-text">The same in the scenario and in the baseline.</p>
      ${contextFields.map((field) => {
        const id = field.path.join('-');
        return html`<div>
          <label for=${id}>${field.label}<br /><small>${field.unit}</small></label>
          <input
            id=${id}
            type="number"
            min=${field.min}
            max=${field.max}
            step=${field.step}
            .value=${String(contextValue(context, field.path))}
            @change=${(event: Event) => this.#set(field, event.target as HTMLInputElement)}
          />
        </div>`;
      })}
    `;
  }

  static override styles = [
    sharedStyles,
    css`
      :host {
        font-size: var(--size-m);
      }

      h2 {
        margin-top: var(--s2);
        font-size: var(--size-m);
      }

      div {
        display: flex;
        align-items: center;
        justify-content: space-between;
        gap: var(--s2);
        min-height: 40px;
        border-bottom: 1px solid var(--line);
        line-height: 1.2;
      }

      small {
        color: var(--text-3);
        font-size: 12px;
      }

      input {
        flex: none;
        width: 88px;
        text-align: end;
      }
    `,
  ];
}
