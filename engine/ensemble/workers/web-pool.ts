import type { Executor } from '../executor.js';
import { createPool, type PoolOptions } from './pool.js';
import type { WorkerEndpoint, WorkerHandle } from './supervised-worker.js';

/** The parts of a browser's `Worker` that the pool uses; the engine compiles without the DOM library. */
interface WebWorker extends WorkerEndpoint {
  addEventListener(type: string, listener: (event: { data?: unknown; message?: string }) => void): void;
  terminate(): void;
}
declare const Worker: new (url: object, options: { type: 'module' }) => WebWorker;
declare const URL: new (url: string, base: string) => object;

/** What a browser has and Node 20 has not: looked up when a pool is asked for, so that any runtime can import this file. */
const runtime = globalThis as {
  readonly Worker?: unknown;
  readonly navigator?: { readonly hardwareConcurrency?: number };
};

export interface WebPoolOptions extends Partial<PoolOptions> {
  /**
   * Starts a module worker with the program `accord-sim/web-worker`, where the bundler does not know
   * `new Worker(new URL(...))`; it must be a `Worker`.
   */
  readonly startWorker?: (() => object) | undefined;
}

/** Whether this runtime has web workers. */
export function hasWebWorkers(): boolean {
  return runtime.Worker !== undefined;
}

/**
 * Workers in the page, one a core unless told otherwise; each is started when it is first needed.
 *
 * @throws Error where the runtime has no web workers
 */
export function webPool({ workers, startWorker = start, ...limits }: WebPoolOptions = {}): Executor {
  if (!hasWebWorkers()) {
    throw new Error('webPool needs a runtime with web workers: use nodePool of accord-sim/node in Node');
  }
  const count = workers ?? runtime.navigator?.hardwareConcurrency ?? 2;
  return createPool(() => handleOf(startWorker() as WebWorker), { workers: count, ...limits });
}

/** Bundlers look for these very words; the build puts `web-worker.js` beside every program. */
function start(): WebWorker {
  return new Worker(new URL('./web-worker.js', import.meta.url), { type: 'module' });
}

function handleOf(worker: WebWorker): WorkerHandle {
  return {
    endpoint: worker,
    onMessage: (listener) => worker.addEventListener('message', ({ data }) => listener(data)),
    onFailure(listener) {
      worker.addEventListener('error', ({ message }) =>
        listener(`the worker failed: ${message ?? 'its program could not be loaded'}`),
      );
      worker.addEventListener('messageerror', () => listener('a message could not be read'));
    },
    hold() {
      // A page does not wait for its workers.
    },
    terminate: () => worker.terminate(),
  };
}
