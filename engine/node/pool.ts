import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs';
import type { Executor } from '../ensemble/executor.js';
import { createPool, type PoolOptions } from '../ensemble/index.js';
import type { WorkerHandle } from '../ensemble/index.js';

/** A summary of a large run takes longer, and then needs the memory more than idle workers do. */
const idleMs = 2000;

/** Short-lived memory a worker may hold. Blocks need little; without a limit each takes 30 MB more, for 3 percent of speed. */
const youngMb = 6;

export interface NodePoolOptions extends Partial<PoolOptions> {
  /** A `URL` of the built worker, where it does not lie beside the file that runs. */
  readonly workerUrl?: { readonly href: string };
}

/** Workers in Node's worker threads, one a core unless told otherwise. The caller closes the pool. */
export function nodePool({
  workerUrl,
  workers = availableParallelism(),
  ...limits
}: NodePoolOptions = {}): Executor {
  const url = workerUrl === undefined ? besideThisFile() : new URL(workerUrl.href);
  return {
    ...createPool(() => startWorker(url), { workers, idleMs, ...limits }),
    createHash: () => createHash('sha256'),
  };
}

/** Node cannot run a TypeScript worker, so the build puts `worker.js` into the folder of every program. */
function besideThisFile(): URL {
  const here = import.meta.url;
  const url = new URL('./worker.js', here);
  if (existsSync(fileURLToPath(url))) return url;
  throw new Error(`${fileURLToPath(url)} must exist for worker threads: run \`npm run build:engine\``);
}

function startWorker(url: URL): WorkerHandle {
  const worker = new Worker(url, { resourceLimits: { maxYoungGenerationSizeMb: youngMb } });
  let ended = false;
  worker.unref();
  return {
    endpoint: nodeEndpoint(worker),
    onMessage: (listener) => void worker.on('message', listener),
    onFailure(listener) {
      worker.on('error', (error) => listener(`the worker failed: ${error.message}`));
      worker.on('messageerror', (error) => listener(`a message could not be read: ${error.message}`));
      worker.on('exit', (code) => {
        if (!ended) listener(`the worker exited with code ${code}`);
      });
    },
    hold(busy) {
      if (busy) worker.ref();
      else worker.unref();
    },
    terminate() {
      ended = true;
      void worker.terminate();
    },
  };
}
