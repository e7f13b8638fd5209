import { parentPort } from 'node:worker_threads';
import { expose } from 'comlink';
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs';
import { createKernel } from '../run.js';
import { createBlockService } from '../ensemble/index.js';

/** Entry of a worker thread. */
const port = parentPort;
if (!port) throw new Error('engine/node/worker.ts must run as a worker thread');
expose(
  createBlockService(createKernel, (message) => port.postMessage(message)),
  nodeEndpoint(port),
);
