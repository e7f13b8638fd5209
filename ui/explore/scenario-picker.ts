import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Scenario } from '../../engine/scenario/scenario.js';
import { SessionElement } from '../state/session-element.js';
import { shownSetup } from '../state/state.js';
import { Watch } from '../state/watch.js';
import { savedScenarios } from '../device/saved-scenarios.js';
import { sharedStyles } from '../styles/shared-styles.js';

/** Opens a scenario that comes with the project or was saved here, and picks the baseline to compare with. */
@customElement('scenario-picker')
export class ScenarioPicker extends SessionElement {
  @state() private failure = '';

  constructor() {
    super();
    new Watch(this, () => [savedScenarios]);
  }

  async #choose(event: Event, use: (scenario: Scenario) => void): Promise<void> {
    const name = (event.target as HTMLSelectElement).value;
    const { engine } = this.session;
    const saved = savedScenarios.value.find((one) => one.name === name);
    try {
      if (saved === undefined) {
        use(engine.loadScenario(name));
      } else {
        const { openSaved } = await import('../share/keep-scenario.js');
        use(openSaved(saved));
      }
      this.failure = '';
    } catch (error) {
      this.failure = error instanceof Error ? error.message : String(error);
    }
  }

  protected override render(): TemplateResult {
    const { store } = this.session;
    const { scenario, baseline } = shownSetup(store.value);
    return html`
      <label for="scenario">Start from</label>
      ${this.#select('scenario', scenario, (opened) => store.dispatch({ type: 'openScenario', scenario: opened }))}
      <label for="baseline">compared with</label>
      ${this.#select('baseline', baseline, (opened) => store.dispatch({ type: 'setBaseline', baseline: opened }))}
      ${this.failure === '' ? nothing : html`<span role="alert">It was not opened: ${this.failure}</span>`}
    `;
  }

  #select(id: string, { name: chosen, title }: Scenario, use: (scenario: Scenario) => void): TemplateResult {
    const { engine } = this.session;
    const saved = savedScenarios.value;
    const known = engine.scenarioNames.includes(chosen) || saved.some(({ name }) => name === chosen);
    const option = (name: string, label: string): TemplateResult =>
      html`<option value=${name} ?selected=${name === chosen}>${label}</option>`;
    return html`<select id=${id} .value=${chosen} @change=${(event: Event) => this.#choose(event, use)}>
      ${known ? nothing : option(chosen, title)}
      ${
        saved.length === 0
          ? nothing
          : html`<optgroup label="Saved on this device">
              ${saved.map(({ name, title: label }) => option(name, label))}
            </optgroup>`
      }
      ${engine.scenarioNames.map((name) => option(name, engine.titleOf(name)))}
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
        max-width: 184px;
        text-overflow: ellipsis;
      }
    `,
  ];
}
