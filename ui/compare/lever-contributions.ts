import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { levers } from '../../engine/model/levers/index.js';
import type { Outcome } from '../../engine/model/outcome.js';
import { alignBaseline } from '../state/setup.js';
import { SessionElement } from '../state/session-element.js';
import { sharedPool } from '../engine/shared-pool.js';
import { Task } from '../state/task.js';
import { Watch } from '../state/watch.js';
import type { Figure } from '../charts/figure-panel.js';
import '../charts/figure-panel.js';
import '../parts/task-progress.js';
import { openPopulation } from '../engine/open-population.js';
import { sharedStyles } from '../styles/shared-styles.js';
import type { Column } from './compare-plan.js';
import { contributionOutcomes, leverContributions, type Contributions } from './contributions.js';
import { leverBars } from './lever-bars.js';

/** Futures a subset that a reader can ask for. */
const sizes = [25, 50, 100, 200] as const;

/** What each lever adds to an outcome, over all subsets of the levers; computed when asked for. */
@customElement('lever-contributions')
export class LeverContributions extends SessionElement {
  @property({ attribute: false }) columns: readonly Column[] = [];
  @state() private chosen = 0;
  @state() private outcome = contributionOutcomes[0]!;
  @state() private replicates: number = sizes[1];

  readonly #task = new Task<Contributions>();
  #of: { readonly key: string; readonly title: string } | undefined;
  #figure: { of: Contributions; outcome: Outcome; figure: Figure } | undefined;

  constructor() {
    super();
    new Watch(this, () => [this.#task]);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    if (this.#task.value.status === 'running') this.#task.cancel();
  }

  /** Another scenario, or the same one changed, is another question. */
  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('columns')) this.chosen = Math.min(this.chosen, this.columns.length - 1);
    if (this.#of !== undefined && this.#of.key !== this.#key()) {
      this.#of = undefined;
      this.#task.clear();
    }
  }

  get #column(): Column | undefined {
    return this.columns[this.chosen];
  }

  #key(): string {
    const { seed, baseline } = this.session.store.value.present;
    return JSON.stringify([this.#column?.scenario, baseline.levers, seed]);
  }

  #compute(): void {
    const column = this.#column;
    if (column === undefined) return;
    const { seed, baseline } = this.session.store.value.present;
    const { scenario, title } = column;
    const { replicates } = this;
    this.#of = { key: this.#key(), title };
    void this.#task.start(async (hooks) => {
      const population = await openPopulation(scenario.population, scenario.firstMonth);
      const spec = { population, scenario, baseline: alignBaseline(baseline, scenario), seed, replicates };
      return leverContributions(spec, sharedPool(), hooks);
    });
  }

  protected override render(): TemplateResult {
    const { status, result } = this.#task.value;
    const column = this.#column;
    return html`
      <p>
        Every subset of the levers in which a scenario differs from the baseline is simulated, at most
        ${2 ** levers.length} of them; a lever’s share is what it adds on average over all orders in which the
        levers could be added (its Shapley value). The shares sum to the whole difference.
      </p>
      <p class="line">
        <label for="scenario">Scenario</label>
        <select
          id="scenario"
          @change=${(event: Event) => (this.chosen = (event.target as HTMLSelectElement).selectedIndex)}
        >
          ${this.columns.map(({ title }, index) => html`<option ?selected=${index === this.chosen}>${title}</option>`)}
        </select>
        <label for="futures">Futures a subset</label>
        <select
          id="futures"
          @change=${(event: Event) => (this.replicates = Number((event.target as HTMLSelectElement).value))}
        >
          ${sizes.map((size) => html`<option value=${size} ?selected=${size === this.replicates}>${size}</option>`)}
        </select>
        <button
          class="primary"
          ?disabled=${column === undefined || status === 'running'}
          @click=${() => this.#compute()}
        >
          Compute
        </button>
      </p>
      <task-progress .task=${this.#task} noun="runs"></task-progress>
      ${result === undefined ? nothing : this.#bars(result)}
    `;
  }

  #bars(result: Contributions): TemplateResult {
    const shares = result[this.outcome.id] ?? [];
    if (shares.length === 0)
      return html`<p>No lever differs from the baseline: there is nothing to share out.</p>`;
    const { outcome } = this;
    if (this.#figure?.of !== result || this.#figure.outcome !== outcome) {
      const figure = leverBars(shares, outcome, this.#of?.title ?? '');
      this.#figure = { of: result, outcome, figure };
    }
    return html`<p class="line">
        <label for="outcome">Outcome</label>
        <select
          id="outcome"
          @change=${(event: Event) => (this.outcome = contributionOutcomes[(event.target as HTMLSelectElement).selectedIndex]!)}
        >
          ${contributionOutcomes.map(
            (one) => html`<option value=${one.id} ?selected=${one === outcome}>${one.label}</option>`,
          )}
        </select>
      </p>
      <figure-panel .figure=${this.#figure.figure}></figure-panel>`;
  }

  static override styles = [
    sharedStyles,
    css`
      :host {
        font-size: var(--size-m);
      }

      p {
        max-width: 96ch;
        color: var(--text-2);
      }

      .line {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--s1);
        margin-block: var(--s1);
      }

      select {
        max-width: 264px;
      }
    `,
  ];
}
