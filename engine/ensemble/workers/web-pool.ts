import type { Endpoint } from 'comlink';
import type { Executor } from '../executor.js';
import { createPool, type PoolOptions } from './pool.js';
import type { WorkerHandle } from './supervised-worker.js';

/** The parts of a browser that the pool uses; the engine compiles without the DOM library. */
interface WebWorker extends Endpoint {
  addEventListener(type: string, listener: (event: { data?: unknown; message?: string }) => void): void;
  terminate(): void;
}
declare const Worker: new (url: object, options: { type: 'module' }) => WebWorker;
declare const URL: new (url: string, base: string) => object;
declare const navigator: { readonly hardwareConcurrency?: number };

/** Workers in the page, one a core unless told otherwise. */
export function webPool({ workers, ...limits }: Partial<PoolOptions> = {}): Executor {
  return createPool(startWorker, { workers: workers ?? navigator.hardwareConcurrency ?? 2, ...limits });
}

function startWorker(): WorkerHandle {
  const worker = new Worker(new URL('./web-worker.ts', import.meta.url), { type: 'module' });
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
