import { Observable } from './observable.js';

export type TaskStatus = 'idle' | 'running' | 'paused' | 'done' | 'cancelled' | 'failed';

/** How far a long computation is. The last result stays until a newer one arrives. */
export interface TaskState<T> {
  readonly status: TaskStatus;
  readonly done: number;
  readonly total: number;
  /** Since the start, pauses left out. */
  readonly seconds: number;
  readonly result: T | undefined;
  /** Why it failed, as a sentence. */
  readonly failure: string | undefined;
}

export interface TaskHooks<T> {
  readonly signal: AbortSignal;
  onProgress(done: number, total: number): void;
  /** What is known so far. */
  onPartial(result: T): void;
}

/** One long computation at a time: starting another cancels the one before, and a late answer is dropped. */
export class Task<T> extends Observable<TaskState<T>> {
  #current: AbortController | undefined;
  #work: ((hooks: TaskHooks<T>) => Promise<T>) | undefined;

  constructor() {
    super({ status: 'idle', done: 0, total: 0, seconds: 0, result: undefined, failure: undefined });
  }

  async start(work: (hooks: TaskHooks<T>) => Promise<T>): Promise<void> {
    this.#work = work;
    await this.#run(work, { done: 0, total: 0, seconds: 0 });
  }

  async #run(
    work: (hooks: TaskHooks<T>) => Promise<T>,
    from: Pick<TaskState<T>, 'done' | 'total' | 'seconds'>,
  ): Promise<void> {
    this.#current?.abort();
    const current = new AbortController();
    this.#current = current;
    const { signal } = current;
    const started = performance.now() - 1000 * from.seconds;
    const update = (change: Partial<TaskState<T>>): void => {
      if (signal.aborted) return;
      this.change({ ...this.value, ...change, seconds: (performance.now() - started) / 1000 });
    };
    update({ ...from, status: 'running', failure: undefined });
    try {
      const result = await work({
        signal,
        onProgress: (done, total) => update({ done, total }),
        onPartial: (partial) => update({ result: partial }),
      });
      update({ status: 'done', done: this.value.total, result });
    } catch (error) {
      update({ status: 'failed', failure: error instanceof Error ? error.message : String(error) });
    }
  }

  cancel(): void {
    this.#current?.abort();
    const { status } = this.value;
    if (status === 'running' || status === 'paused') this.change({ ...this.value, status: 'cancelled' });
  }

  /** Stops for now; `resume` starts the work again, which must go on from where it was. */
  pause(): void {
    if (this.value.status !== 'running') return;
    this.#current?.abort();
    this.change({ ...this.value, status: 'paused' });
  }

  resume(): void {
    if (this.value.status === 'paused' && this.#work !== undefined) void this.#run(this.#work, this.value);
  }

  /** Starts the last work again. */
  retry(): void {
    if (this.#work !== undefined) void this.start(this.#work);
  }

  /** Cancels and forgets the result, as when the question has changed. */
  clear(): void {
    this.#current?.abort();
    this.change({ status: 'idle', done: 0, total: 0, seconds: 0, result: undefined, failure: undefined });
  }
}
