import { html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { studyRecipe } from '../../engine/telling/recipe.js';
import type { VarianceSplit } from '../../engine/analysis/sensitivity/variance-split.js';
import { mainOutcomes } from '../../engine/model/outcomes/index.js';
import { runKey } from '../state/run-scheduler.js';
import { SessionElement } from '../state/session-element.js';
import type { Setup } from '../state/setup.js';
import { Task } from '../state/task.js';
import { Watch } from '../state/watch.js';
import type { Figure } from '../charts/figure-panel.js';
import '../charts/figure-panel.js';
import '../parts/recipe-block.js';
import '../parts/task-progress.js';
import { openPopulation } from '../engine/open-population.js';
import { sharedStyles } from '../styles/shared-styles.js';
import { choice, workerChoices } from './choice.js';
import { labWorker, reportTo } from '../engine/lab-client.js';
import { labStyles } from './lab-styles.js';
import { splitFigure } from './split-figure.js';

const sizes = [400, 1000, 2000, 4000] as const;

/** How much of the spread of the futures better evidence could narrow, and how much is luck; computed when asked for. */
@customElement('lab-split')
export class LabSplit extends SessionElement {
  @state() private replicates: number = sizes[1];
  @state() private workers = navigator.hardwareConcurrency;

  readonly #worker = labWorker();
  readonly #task = new Task<{
    readonly setup: Setup;
    readonly replicates: number;
    readonly figure: Figure;
  }>();

  constructor() {
    super();
    new Watch(this, () => [this.#task]);
  }

  #compute(): void {
    const setup = this.session.store.value.present;
    const { scenario, seed } = setup;
    const { replicates, workers } = this;
    void this.#task.start(async (hooks) => {
      const population = await openPopulation(scenario.population, scenario.firstMonth);
      const report = reportTo(hooks);
      hooks.signal.addEventListener('abort', () => this.#worker.close());
      const split = await this.#worker.ask((lab): Promise<VarianceSplit> =>
        lab.split({ scenario, seed, replicates }, population, workers, report),
      );
      return { setup, replicates, figure: splitFigure(split, mainOutcomes) };
    });
  }

  protected override render(): TemplateResult {
    const { status, result } = this.#task.value;
    const stale = result !== undefined && runKey(result.setup) !== runKey(this.session.store.value.present);
    return html`
      <p class="note">
        Futures differ because nobody knows the assumptions exactly, and because of luck. Four futures with
        the same assumptions differ by luck alone, so the two can be told apart.
      </p>
      <div class="fields">
        ${choice(
          'split-futures',
          'Futures',
          sizes.map((size) => [size, size.toLocaleString('en-US')] as const),
          this.replicates,
          (n) => (this.replicates = n),
        )}
        ${choice('split-workers', 'Workers', workerChoices, this.workers, (n) => (this.workers = n))}
        <button class="primary" ?disabled=${status === 'running'} @click=${() => this.#compute()}>
          Compute
        </button>
      </div>
      <task-progress .task=${this.#task}></task-progress>
      ${
        stale
          ? html`<p class="stale">
              The scenario has changed since: this is of “${result.setup.scenario.title}” as it was.
            </p>`
          : nothing
      }
      ${
        result === undefined
          ? nothing
          : html`<figure-panel .figure=${result.figure}></figure-panel>
              <p class="note">${result.figure.summary}</p>
              <recipe-block
                .recipe=${studyRecipe(result.setup, result.replicates, this.session.engine, 'run', ['--split'])}
              ></recipe-block>`
      }
    `;
  }

  static override styles = [sharedStyles, labStyles];
}
