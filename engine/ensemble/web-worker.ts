import { expose } from 'comlink';
import { createKernel } from '../run.js';
import { createBlockService } from './block-service.js';

/** Entry of a web worker. */
const scope = globalThis as unknown as { postMessage(message: unknown): void };
expose(createBlockService(createKernel, (message) => scope.postMessage(message)));
