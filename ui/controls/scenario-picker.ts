import { css, html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { SessionElement } from '../app/session-element.js';
import { shownSetup } from '../app/state.js';
import { sharedStyles } from '../styles/shared-styles.js';

/** Opens one of the scenarios that come with the project, and picks the baseline to compare with. */
@customElement('scenario-picker')
export class ScenarioPicker extends SessionElement {
  #open(event: Event): void {
    const { engine, store } = this.session;
    store.dispatch({
      type: 'openScenario',
      scenario: engine.loadScenario((event.target as HTMLSelectElement).value),
    });
  }

  #compare(event: Event): void {
    const { engine, store } = this.session;
    store.dispatch({
      type: 'setBaseline',
      baseline: engine.loadScenario((event.target as HTMLSelectElement).value),
    });
  }

  protected override render(): TemplateResult {
    const { scenario, baseline } = shownSetup(this.session.store.value);
    return html`
      <label for="scenario">Start from</label>
      ${this.#select('scenario', scenario.name, (event) => this.#open(event))}
      <label for="baseline">compared with</label>
      ${this.#select('baseline', baseline.name, (event) => this.#compare(event))}
    `;
  }

  #select(id: string, chosen: string, choose: (event: Event) => void): TemplateResult {
    const { engine } = this.session;
    return html`<select id=${id} .value=${chosen} @change=${choose}>
      ${engine.scenarioNames.map(
        (name) => html`<option value=${name} ?selected=${name === chosen}>${engine.titleOf(name)}</option>`,
      )}
    </select>`;
  }

  static override styles = [
    sharedStyles,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px var(--s1);
        font-size: var(--size-m);
      }

      label {
        color: var(--text-2);
      }

      select {
        max-width: 216px;
        text-overflow: ellipsis;
      }
    `,
  ];
}
