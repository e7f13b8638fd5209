import { expose } from 'comlink';
import { createKernel } from '../../run.js';
import { createBlockService } from './block-service.js';
import { rememberWorlds } from './world-memory.js';

/** Entry of a web worker. */
const scope = globalThis as unknown as { postMessage(message: unknown): void };
expose(
  createBlockService(
    (population) => rememberWorlds(createKernel(population)),
    (message) => scope.postMessage(message),
  ),
);
