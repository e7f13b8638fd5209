import type { CompareDocument } from '../../engine/ensemble/document.js';
import type { Setup } from '../state/setup.js';
import { Task, type TaskHooks } from '../state/task.js';
import { openPopulation } from '../engine/open-population.js';
import type { BatchFile } from '../engine/batch-service.js';
import { labWorker, reportTo } from '../engine/lab-client.js';

/** What a batch has given so far. */
export interface BatchResult {
  readonly setup: Setup;
  readonly replicates: number;
  /** Scenario less baseline at the horizon by outcome id, one a future; of the futures done without a gap. */
  readonly differences: Readonly<Record<string, Float64Array>>;
  /** Only when all futures are there. */
  readonly document: CompareDocument | undefined;
}

/** Times that the figures are fetched while a batch runs, about. */
const LOOKS = 40;

/** A Monte Carlo batch: it can be paused and gone on with, and keeps its futures until it is cancelled or cleared. */
export class Batch extends Task<BatchResult> {
  readonly #worker = labWorker();
  #opened = false;

  /** Starts anew; what an earlier batch has kept is forgotten. */
  begin(setup: Setup, replicates: number, workers: number): void {
    this.#forget();
    void this.start(async (hooks) => {
      const { scenario, baseline, seed } = setup;
      if (!this.#opened) {
        const population = await openPopulation(scenario.population, scenario.firstMonth);
        const spec = { scenario, baseline, seed, replicates };
        await this.#worker.ask((lab): Promise<void> => lab.openBatch(spec, population));
        this.#opened = true;
      }
      return this.#run({ setup, replicates }, workers, hooks);
    });
  }

  /** One of the files of a finished batch. */
  file(kind: BatchFile): Promise<Blob> {
    return this.#worker.ask((lab): Promise<Blob> => lab.batchFile(kind));
  }

  override cancel(): void {
    this.#forget();
    super.cancel();
  }

  override clear(): void {
    this.#forget();
    super.clear();
  }

  #forget(): void {
    this.#opened = false;
    this.#worker.close();
  }

  async #run(
    of: Pick<BatchResult, 'setup' | 'replicates'>,
    workers: number,
    hooks: TaskHooks<BatchResult>,
  ): Promise<BatchResult> {
    const worker = this.#worker;
    const { signal } = hooks;
    const fetch = (): Promise<BatchResult['differences']> =>
      worker.ask((lab): Promise<Record<string, Float64Array>> => lab.differences());
    signal.addEventListener('abort', () => {
      if (this.#opened) void worker.ask((lab): Promise<void> => lab.stopBatch());
    });
    let due = 0;
    let last: Promise<void> = Promise.resolve();
    const report = reportTo({
      signal,
      onProgress(done, total) {
        hooks.onProgress(done, total);
        if (done < due) return;
        due = done + total / LOOKS;
        // A fetch fails only with the worker, and then the run below fails too.
        last = fetch().then(
          (differences) => hooks.onPartial({ ...of, differences, document: undefined }),
          () => undefined,
        );
      },
    });
    const document = await worker.ask((lab): Promise<CompareDocument> => lab.runBatch(workers, report));
    await last;
    return { ...of, differences: await fetch(), document };
  }
}
