import { css, html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { sharedStyles } from '../styles/shared-styles.js';
import { SessionElement } from '../state/session-element.js';

/** Chooses the districts that everything is computed for. */
@customElement('population-picker')
export class PopulationPicker extends SessionElement {
  #choose(event: Event): void {
    const population = (event.target as HTMLSelectElement).value;
    this.session.store.dispatch({ type: 'setPopulation', population });
  }

  protected override render(): TemplateResult {
    const { engine, store } = this.session;
    const chosen = store.value.present.scenario.population;
    const known = engine.populations.some(({ id }) => id === chosen);
    return html`
      <label class="visually-hidden" for="population">Districts</label>
      <select id="population" .value=${chosen} @change=${this.#choose}>
        ${known ? '' : html`<option value=${chosen} selected>${chosen}</option>`}
        ${engine.populations.map(
          ({ id, title, districts }) =>
            html`<option value=${id} ?selected=${id === chosen}>
              ${title}, ${districts.toLocaleString('en-US')} ${districts === 1 ? 'district' : 'districts'}
            </option>`,
        )}
      </select>
    `;
  }

  static override styles = [
    sharedStyles,
    css`
      select {
        max-width: min(36vw, 340px);
        text-overflow: ellipsis;
      }
    `,
  ];
}
