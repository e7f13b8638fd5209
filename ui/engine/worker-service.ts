import { wrap, type Remote } from 'comlink';

/**
 * A worker that is asked questions. It is started when first asked; one that fails rejects what it was asked and is
 * replaced by the next question. Bare comlink would wait for ever.
 */
export class WorkerService<T> {
  readonly #spawn: () => Worker;
  #worker: Worker | undefined;
  #remote: Remote<T> | undefined;
  #fail: ((reason: Error) => void) | undefined;
  #failed: Promise<never> | undefined;

  constructor(spawn: () => Worker) {
    this.#spawn = spawn;
  }

  ask<R>(question: (remote: Remote<T>) => Promise<R>): Promise<R> {
    this.#start();
    return Promise.race([question(this.#remote!), this.#failed!]);
  }

  /** @param reason why what is still being asked gets no answer */
  close(reason = 'it was stopped'): void {
    this.#worker?.terminate();
    this.#fail?.(new Error(reason));
    this.#worker = undefined;
    this.#remote = undefined;
  }

  #start(): void {
    if (this.#worker !== undefined) return;
    const worker = this.#spawn();
    this.#worker = worker;
    this.#remote = wrap<T>(worker);
    this.#failed = new Promise((_, reject) => (this.#fail = reject));
    this.#failed.catch(() => undefined);
    worker.addEventListener('error', ({ message }) => {
      if (this.#worker !== worker) return;
      this.close(message === '' ? 'its program could not be loaded' : message);
    });
  }
}
