import { wrap, type Remote } from 'comlink';
import type { Scenario } from '../../engine/scenario/scenario.js';
import type { Trace } from '../../engine/trace.js';
import type { Roster } from './roster.js';
import type { TraceService } from './trace-worker.js';

/** Reruns single futures in a worker of its own. A worker that fails rejects what it was asked and is replaced. */
export class Tracer {
  #worker: Worker | undefined;
  #service: Remote<TraceService> | undefined;
  #fail: ((reason: Error) => void) | undefined;
  #failed: Promise<never> | undefined;

  roster(population: string): Promise<Roster> {
    return this.#ask((service) => service.roster(population));
  }

  /** @param replicate number of the future, from 0 */
  trace(scenario: Scenario, seed: string, replicate: number, district?: number): Promise<Trace> {
    return this.#ask((service) => service.trace(scenario, seed, replicate, district));
  }

  close(): void {
    this.#stop(new Error('the districts view was closed'));
  }

  async #ask<T>(question: (service: Remote<TraceService>) => Promise<T>): Promise<T> {
    this.#start();
    return Promise.race([question(this.#service!), this.#failed!]);
  }

  #start(): void {
    if (this.#worker !== undefined) return;
    this.#worker = new Worker(new URL('./trace-worker.ts', import.meta.url), { type: 'module' });
    this.#service = wrap<TraceService>(this.#worker);
    this.#failed = new Promise((_, reject) => (this.#fail = reject));
    this.#failed.catch(() => undefined);
    this.#worker.addEventListener('error', ({ message }) =>
      this.#stop(new Error(message === '' ? 'its program could not be loaded' : message)),
    );
  }

  #stop(reason: Error): void {
    this.#worker?.terminate();
    this.#fail?.(reason);
    this.#worker = undefined;
    this.#service = undefined;
  }
}
