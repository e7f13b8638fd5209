import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { formatDifferenceBand } from '../../engine/telling/format-value.js';
import { leverOf, type LeverId } from '../../engine/model/levers/index.js';
import { cost } from '../../engine/model/outcomes/cost.js';
import { headlineGains } from '../../engine/model/outcomes/index.js';
import { labelWithUnit } from '../../engine/model/unit.js';
import { runKey } from '../state/run-scheduler.js';
import { replicatesFor } from '../state/session.js';
import { SessionElement } from '../state/session-element.js';
import { sharedPool } from '../engine/shared-pool.js';
import { shownSetup } from '../state/state.js';
import { Task } from '../state/task.js';
import { Watch } from '../state/watch.js';
import { doseChart } from '../charts/dose-chart.js';
import type { Figure } from '../charts/figure-panel.js';
import '../charts/figure-panel.js';
import { runWorlds, type WorldValues } from '../engine/world-values.js';
import { openPopulation } from '../engine/open-population.js';
import { sharedStyles } from '../styles/shared-styles.js';
import { doseCurve, doseField, doseWorlds, presentAdds, type DoseWorlds } from './dose-worlds.js';
import '../parts/task-progress.js';

/** A curve needs fewer futures than the page's answer: a tenth of them, in whole blocks of 25. */
const SHARE = 0.1;

interface Answer {
  /** The question that it answers. */
  readonly key: string;
  readonly values: WorldValues;
  readonly worlds: DoseWorlds;
}

/** How the headline outcomes answer to the dose of one lever, simulated when the sheet opens. */
@customElement('dose-response')
export class DoseResponse extends SessionElement {
  @property({ attribute: false }) leverId!: LeverId;

  readonly #task = new Task<Answer>();
  #asked = '';
  #drawn: { readonly of: Answer; readonly figures: readonly Figure[] } | undefined;

  constructor() {
    super();
    new Watch(this, () => [this.#task]);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#task.clear();
    this.#asked = '';
  }

  /** Another scenario is another question; it waits until the page's own answer is complete. */
  protected override willUpdate(changed: PropertyValues): void {
    const setup = shownSetup(this.session.store.value);
    const key = `${this.leverId} ${runKey(setup)}`;
    if (key === this.#asked) return;
    if (changed.has('leverId')) this.#task.clear();
    else this.#task.cancel();
    this.#asked = '';
    if (this.session.run.value.status === 'running') return;
    this.#asked = key;
    const worlds = doseWorlds(setup, this.leverId);
    const blocks = Math.max(1, Math.floor((SHARE * replicatesFor(this.session.engine, setup)) / 25));
    void this.#task.start(async (hooks) => {
      const { population: name, firstMonth } = setup.scenario;
      const population = await openPopulation(name, firstMonth);
      const spec = {
        population,
        worlds: worlds.worlds,
        seed: setup.seed,
        replicates: 25 * blocks,
        series: [],
      };
      const values = await runWorlds(spec, sharedPool(), {
        signal: hooks.signal,
        onProgress: (done, total) => hooks.onProgress(done, total),
        onPartial: (partial) => hooks.onPartial({ key, values: partial, worlds }),
      });
      return { key, values, worlds };
    });
  }

  protected override render(): TemplateResult {
    const { result } = this.#task.value;
    const waiting = this.#asked === '';
    const stale = result !== undefined && result.key !== this.#asked;
    return html`
      <h4>More or less of it</h4>
      <p class="quiet-text">
        In the model, the rest of the scenario as it is: the middle of the simulated futures and, as a band,
        90 of 100.
      </p>
      ${
        waiting
          ? html`<p class="wait">Starts when the page’s own numbers are complete …</p>`
          : html`<task-progress .task=${this.#task}></task-progress>`
      }
      <div class=${stale ? 'answer stale' : 'answer'}>
        <div class="figures">
          ${result === undefined ? nothing : this.#figures(result).map((figure) => html`<figure-panel .figure=${figure}></figure-panel>`)}
        </div>
        ${result === undefined ? nothing : this.#sentence(result)}
      </div>
    `;
  }

  #figures(answer: Answer): readonly Figure[] {
    if (this.#drawn?.of !== answer) {
      const { values, worlds } = answer;
      const options = {
        lever: leverOf(this.leverId).label,
        field: doseField(this.leverId),
        present: worlds.present,
        futures: values.futures,
      };
      const figures = headlineGains.map((outcome) =>
        doseChart(doseCurve(values, worlds, outcome.id), { ...options, outcome }),
      );
      this.#drawn = { of: answer, figures };
    }
    return this.#drawn.figures;
  }

  /** What the dose of the scenario adds, the cost last. */
  #sentence({ values, worlds }: Answer): TemplateResult | typeof nothing {
    if (worlds.present === 0) return nothing;
    const added = [...headlineGains, cost].map((outcome, index) => {
      const { id, unit } = outcome;
      const text = formatDifferenceBand(presentAdds(values, worlds, id), unit);
      return html`${index === 0 ? '' : '; '}${text} (${labelWithUnit(outcome)})`;
    });
    return html`<p>
      Against the same scenario without this lever, its present dose adds ${added} by the horizon.
    </p>`;
  }

  static override styles = [
    sharedStyles,
    css`
      :host {
        margin-top: var(--s2);
      }

      h4 {
        font-size: var(--size-m);
      }

      .wait {
        min-height: 32px;
        color: var(--text-2);
        font-size: var(--size-s);
      }

      /* Of the scenario before the last change, until the new answer is there. */
      .stale {
        filter: grayscale(1);
      }

      .figures {
        --size-base: var(--size-m);
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 260px), 1fr));
        gap: var(--s1) var(--s2);
        min-height: 232px;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'dose-response': DoseResponse;
  }
}
