import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { formatDollars } from '../../engine/telling/format-value.js';
import { priorQuantile, type Parameter } from '../../engine/evidence/index.js';
import { SessionElement } from '../state/session-element.js';
import { shownSetup } from '../state/state.js';
import { sharedStyles } from '../styles/shared-styles.js';

/** The unit costs of a lever, each an assumption that can be held at another value for the scenario and the baseline. */
@customElement('cost-assumptions')
export class CostAssumptions extends SessionElement {
  @property({ attribute: false }) costs: readonly Parameter[] = [];
  @state() private message = '';

  protected override render(): TemplateResult {
    if (this.costs.length === 0) {
      return html`<p>Its settings are its dollars: nothing else is charged for it.</p>`;
    }
    return html`
      <p>No source gives unit costs. These are our assumptions; put your own in their place.</p>
      ${this.costs.map((cost) => this.#cost(cost))}
      <p role="status">${this.message}</p>
    `;
  }

  #cost(cost: Parameter): TemplateResult {
    const { id, label, unit, status, support } = cost;
    const usual = priorQuantile(cost, 0.5);
    const held = shownSetup(this.session.store.value).scenario.assumptions[id];
    return html`<div class="field">
      <label for=${id}>${label} <span class="status">${status}</span><br /><small>${unit}</small></label>
      <span
        >$<input
          id=${id}
          type="number"
          min=${support[0]}
          max=${support[1]}
          step="any"
          .value=${String(held ?? usual)}
          @change=${(event: Event) => this.#hold(cost, event.target as HTMLInputElement)}
      /></span>
      ${
        held === undefined
          ? nothing
          : html`<button @click=${() => this.#set(id, undefined)}>Back to ${formatDollars(usual)}</button>`
      }
    </div>`;
  }

  #hold({ id, label, support }: Parameter, input: HTMLInputElement): void {
    const [low, high] = support;
    const value = input.value.trim() === '' ? NaN : Number(input.value);
    if (value >= low && value <= high) {
      this.#set(id, value);
      return;
    }
    const limits = [low, high].map((limit) => `$${limit.toLocaleString('en-US')}`);
    this.message = `${label}: it must be a number from ${limits.join(' to ')}.`;
  }

  #set(id: string, value: number | undefined): void {
    this.message = '';
    this.session.store.dispatch({ type: 'setAssumption', id, value });
  }

  static override styles = [
    sharedStyles,
    css`
      p {
        color: var(--text-2);
        font-size: var(--size-s);
      }

      .field {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 12px;
        min-height: 44px;
        line-height: 1.25;
      }

      label {
        flex: 1 1 160px;
      }

      small {
        color: var(--text-3);
        font-size: 12px;
      }

      input {
        width: 112px;
        margin-inline-start: 2px;
        text-align: end;
      }

      .status {
        padding: 0 6px;
        border: 1px dashed var(--line-strong);
        border-radius: 10px;
        color: var(--text-2);
        font-size: 12px;
      }

      [role='status'] {
        color: var(--danger);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'cost-assumptions': CostAssumptions;
  }
}
