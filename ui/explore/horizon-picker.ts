import { css, html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { SessionElement } from '../state/session-element.js';
import { shownSetup } from '../state/state.js';
import { sharedStyles } from '../styles/shared-styles.js';

const usual = [5, 10, 15, 20, 30, 40];

/** How many years are simulated, in both worlds. */
@customElement('horizon-picker')
export class HorizonPicker extends SessionElement {
  #set(event: Event): void {
    const years = Number((event.target as HTMLSelectElement).value);
    this.session.store.dispatch({ type: 'setYears', years });
  }

  protected override render(): TemplateResult {
    const { years } = shownSetup(this.session.store.value).scenario;
    const choices = [...new Set([...usual, years])].sort((a, b) => a - b);
    return html`<label for="years">Years simulated</label>
      <select id="years" @change=${this.#set}>
        ${choices.map((choice) => html`<option value=${choice} ?selected=${choice === years}>${choice}</option>`)}
      </select>`;
  }

  static override styles = [
    sharedStyles,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: var(--s1);
        min-height: 40px;
        font-size: var(--size-m);
        color: var(--text-2);
      }
    `,
  ];
}
