import { Observable } from './observable.js';
import type { Comparison } from './comparison.js';
import type { Setup } from './setup.js';
import { idle, type Result, type RunState } from './run-state.js';

export interface CompareHooks {
  /** Aborting rejects the comparison soon after. */
  readonly signal: AbortSignal;
  /** @param done simulated futures computed so far */
  onProgress(done: number): void;
  /** First figures, which refine until the whole result takes their place. */
  onPartial(comparison: Comparison): void;
}

/** Compares a setup's two worlds over a number of simulated futures. */
export type Compare = (setup: Setup, replicates: number, hooks: CompareHooks) => Promise<Comparison>;

export interface SchedulerOptions {
  /** Simulated futures that a setup's comparison takes. */
  replicates(setup: Setup): number;
  /** Seconds on any steady clock. */
  now(): number;
}

/** Finished results kept, so that undo and replay answer at once. */
const KEPT = 16;

/** Seconds between two words on progress: workers tell of each future, and every word draws the page again. */
const PROGRESS_PAUSE = 0.1;

/**
 * Runs one comparison at a time. A request made while another runs replaces it: the running one is cancelled, of
 * all requests made meanwhile only the latest is run, and a late answer to an older one is dropped.
 */
export class RunScheduler extends Observable<RunState> {
  readonly #compare: Compare;
  readonly #options: SchedulerOptions;
  readonly #finished = new Map<string, Result>();
  #wanted: Setup | undefined;
  #current: AbortController | undefined;
  #settled: Promise<void> = Promise.resolve();

  constructor(compare: Compare, options: SchedulerOptions) {
    super(idle);
    this.#compare = compare;
    this.#options = options;
  }

  /** Shows a result that came with the page, until a run that rests on as many futures takes its place. */
  offer(setup: Setup, comparison: Comparison): void {
    this.change({ ...idle, result: { key: runKey(setup), setup, comparison } });
  }

  /** Asks for a setup's numbers; the setup is copied, so that later changes can't reach a run. */
  request(setup: Setup): void {
    if (this.#wanted !== undefined && runKey(this.#wanted) === runKey(setup)) return;
    this.#wanted = structuredClone(setup);
    this.#start();
  }

  /** Stops the current run and keeps what it has shown so far. */
  cancel(): void {
    if (this.value.status !== 'running') return;
    this.#current?.abort();
    this.change({ ...this.value, status: 'cancelled' });
  }

  /** Runs the wanted setup again after a failure or a cancellation. */
  retry(): void {
    if (this.#wanted !== undefined) this.#start();
  }

  /** Resolves when nothing runs any more. */
  get settled(): Promise<void> {
    return this.#settled;
  }

  #start(): void {
    const setup = this.#wanted!;
    const key = runKey(setup);
    this.#current?.abort();
    const kept = this.#finished.get(key);
    if (kept !== undefined) {
      const { replicates } = kept.comparison;
      const { seconds } = this.value;
      this.change({ ...idle, status: 'done', done: replicates, target: replicates, seconds, result: kept });
      return;
    }
    const current = new AbortController();
    this.#current = current;
    const target = this.#options.replicates(setup);
    const { result } = this.value;
    this.change({ ...idle, status: 'running', target, result });
    this.#settled = this.#settled.then(() => this.#run(setup, target, key, current.signal));
  }

  async #run(setup: Setup, target: number, key: string, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    const started = this.#options.now();
    const update = (change: Partial<RunState>): void => {
      if (signal.aborted) return;
      this.change({ ...this.value, ...change, seconds: this.#options.now() - started });
    };
    let told = started;
    try {
      const comparison = await this.#compare(setup, target, {
        signal,
        onProgress: (done) => {
          if (this.#options.now() - told < PROGRESS_PAUSE) return;
          told = this.#options.now();
          update({ done });
        },
        onPartial: (partial) => {
          const shown = this.value.result;
          const better = shown?.key === key && shown.comparison.replicates > partial.replicates;
          if (!better) update({ result: { key, setup, comparison: partial } });
        },
      });
      const result = { key, setup, comparison };
      this.#keep(result);
      update({ status: 'done', done: target, result });
    } catch (error) {
      update({ status: 'failed', failure: error instanceof Error ? error.message : String(error) });
    }
  }

  #keep(result: Result): void {
    this.#finished.delete(result.key);
    this.#finished.set(result.key, result);
    const oldest = this.#finished.keys().next();
    if (this.#finished.size > KEPT && oldest.done !== true) this.#finished.delete(oldest.value);
  }
}

/** Equal for policies whose numbers are equal: names and titles count for nothing. */
export function runKey({ scenario, baseline, seed }: Setup): string {
  return JSON.stringify([seed, ...[scenario, baseline].map((one) => ({ ...one, ...nameless }))]);
}

const nameless = { name: '', title: '', question: '', source: '' };
