import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { recipeOf } from '../../engine/telling/recipe.js';
import type { CompareDocument } from '../../engine/ensemble/document.js';
import { worldLength } from '../../engine/ensemble/futures.js';
import { headlineGains, outcomeOf, outcomes } from '../../engine/model/outcomes/index.js';
import { download } from '../device/download.js';
import { runKey } from '../state/run-scheduler.js';
import { SessionElement } from '../state/session-element.js';
import { Watch } from '../state/watch.js';
import '../charts/data-table.js';
import '../charts/export-menu.js';
import type { Figure } from '../charts/figure-panel.js';
import '../charts/figure-panel.js';
import '../parts/recipe-block.js';
import '../parts/task-progress.js';
import { sharedStyles } from '../styles/shared-styles.js';
import { Batch, type BatchResult } from './batch.js';
import type { BatchFile } from '../engine/batch-service.js';
import { batchTable } from './batch-table.js';
import { choice, count, workerChoices } from './choice.js';
import { convergence } from './convergence.js';
import { labStyles } from './lab-styles.js';
import { runningMiddle } from './running-middle.js';

const MOST = 5000;

const files: readonly (readonly [kind: BatchFile, label: string])[] = [
  ['parquet', 'All rows (Parquet)'],
  ['csv', 'All rows (CSV)'],
  ['json', 'Summary (JSON)'],
];

/** Many futures of the present scenario and its baseline: how sure the middle is, all figures, files to go on with. */
@customElement('lab-batch')
export class LabBatch extends SessionElement {
  @state() private replicates = 2000;
  @state() private seed: string | undefined;
  @state() private workers = navigator.hardwareConcurrency;
  @state() private outcome = headlineGains[0]!.id;
  /** The file being written, or why it could not be. */
  @state() private writing = '';

  readonly #batch = new Batch();
  #drawn: { readonly of: BatchResult; readonly outcome: string; readonly figure: Figure } | undefined;

  constructor() {
    super();
    new Watch(this, () => [this.#batch]);
  }

  get #setup() {
    const { present } = this.session.store.value;
    return { ...present, seed: this.seed ?? present.seed };
  }

  async #save(kind: BatchFile): Promise<void> {
    this.writing = 'Writing the file …';
    try {
      const blob = await this.#batch.file(kind);
      download(`accord-results.${kind}`, blob.type, blob);
      this.writing = '';
    } catch (error) {
      this.writing = `The file could not be written: ${error instanceof Error ? error.message : String(error)}.`;
    }
  }

  protected override render(): TemplateResult {
    const { status, result } = this.#batch.value;
    const busy = status === 'running' || status === 'paused';
    const { scenario, seed } = this.#setup;
    const bytes = this.replicates * 2 * worldLength(12 * scenario.years + 1) * 8;
    return html`
      <p class="note">
        Both worlds are simulated under the same luck, future by future, until the middle no longer depends on
        which futures chance happened to give. All of them stay in this page’s memory, about
        ${Math.ceil(bytes / 1e6).toLocaleString('en-US')} MB, for the files below.
      </p>
      <div class="fields">
        ${count('futures', `Futures, up to ${MOST.toLocaleString('en-US')}`, [25, MOST, 25], this.replicates, (n) => (this.replicates = n))}
        <span class="field">
          <label for="seed">Seed</label>
          <input
            id="seed"
            type="text"
            maxlength="100"
            .value=${seed}
            @change=${(event: Event) => (this.seed = (event.target as HTMLInputElement).value || undefined)}
          />
        </span>
        ${choice('workers', 'Workers', workerChoices, this.workers, (n) => (this.workers = n))}
        <button
          class="primary"
          ?disabled=${busy}
          @click=${() => this.#batch.begin(this.#setup, this.replicates, this.workers)}
        >
          Simulate
        </button>
        ${status === 'done' ? html`<button @click=${() => this.#batch.clear()}>Discard</button>` : nothing}
      </div>
      <task-progress .task=${this.#batch} pausable></task-progress>
      ${result === undefined ? nothing : this.#result(result)}
    `;
  }

  #result(result: BatchResult): TemplateResult {
    const stale = runKey(result.setup) !== runKey({ ...this.#setup, seed: result.setup.seed });
    const { document } = result;
    const figure = this.#figure(result);
    return html`
      ${
        stale
          ? html`<p class="stale">
              The scenario has changed since: these figures are of “${result.setup.scenario.title}” as it was.
            </p>`
          : nothing
      }
      <div class="fields">
        ${choice(
          'settling',
          'Outcome',
          outcomes.map(({ id, label }) => [id, label] as const),
          this.outcome,
          (id) => (this.outcome = id),
        )}
      </div>
      ${
        figure === undefined
          ? html`<p class="note">The first 25 futures are being simulated …</p>`
          : html`<figure-panel .figure=${figure}></figure-panel>
              <p class="note">
                ${figure.summary} That is Monte Carlo error: four times as many futures halve it. How much the
                futures differ from one another is another matter, and more futures do not shrink it.
              </p>`
      }
      ${document === undefined ? nothing : this.#finished(result, document)}
    `;
  }

  #figure(of: BatchResult): Figure | undefined {
    const { outcome } = this;
    if (this.#drawn?.of !== of || this.#drawn.outcome !== outcome) {
      const points = runningMiddle(of.differences[outcome]!);
      if (points.length === 0) return undefined;
      this.#drawn = { of, outcome, figure: convergence(points, outcomeOf(outcome)) };
    }
    return this.#drawn.figure;
  }

  #finished(result: BatchResult, document: CompareDocument): TemplateResult {
    const table = batchTable(document, result);
    const { replicates, setup } = result;
    const rows = replicates * 2 * document.months.length;
    return html`
      <div class="head">
        <h3>All outcomes</h3>
        <export-menu .name=${'lab-outcomes'} .table=${() => table}></export-menu>
      </div>
      <data-table .table=${table}></data-table>
      <h3>Files</h3>
      <p class="note">
        ${rows.toLocaleString('en-US')} rows, one a world, future and month; one column an outcome. The
        summary is what the command line prints. Files are written here and go to your device only.
      </p>
      <div class="fields" role="group" aria-label="Files">
        ${files.map(([kind, label]) => html`<button @click=${() => this.#save(kind)}>${label}</button>`)}
        <span role="status">${this.writing}</span>
      </div>
      <h3>The same numbers elsewhere</h3>
      <recipe-block .recipe=${recipeOf(setup, replicates, this.session.engine)}></recipe-block>
      <p class="quiet-text">
        Digest of the scenario’s futures:
        <span class="digest">${document.scenarios['scenario']!.digest}</span>; of the baseline’s:
        <span class="digest">${document.scenarios['baseline']!.digest}</span>
      </p>
    `;
  }

  static override styles = [
    sharedStyles,
    labStyles,
    css`
      h3 {
        margin-top: var(--s3);
      }

      .head {
        display: flex;
        align-items: end;
        justify-content: space-between;
      }
    `,
  ];
}
