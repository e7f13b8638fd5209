import type { Executor } from '../../engine/ensemble/executor.js';
import { webPool } from '../../engine/ensemble/workers/web-pool.js';

/** Told of a computation's progress: how much is done, and of how much. */
export type Report = (done: number, total: number) => Promise<void>;

export interface LegHooks {
  readonly signal: AbortSignal;
  onProgress(progress: { readonly done: number; readonly total: number }): void;
}

/** Progress that a reader can follow; more of it would only keep the page busy. */
const REPORT_MS = 100;

/** One computation at a time on workers of its own, from its start until it ends or is stopped. */
export class Leg {
  #current: AbortController | undefined;

  /**
   * Runs some work and awaits the last report, so that none comes after the result.
   *
   * @throws what the work throws; the signal's reason when it is stopped
   */
  async run<T>(
    workers: number,
    report: Report,
    work: (pool: Executor, hooks: LegHooks) => Promise<T>,
  ): Promise<T> {
    this.stop();
    const current = new AbortController();
    this.#current = current;
    const pool = webPool({ workers });
    let told = -Infinity;
    let last = Promise.resolve();
    const onProgress: LegHooks['onProgress'] = ({ done, total }) => {
      const now = performance.now();
      if (done < total && now - told < REPORT_MS) return;
      told = now;
      last = report(done, total);
    };
    try {
      const result = await work(pool, { signal: current.signal, onProgress });
      await last;
      return result;
    } finally {
      await pool.close();
    }
  }

  stop(): void {
    this.#current?.abort();
  }
}
