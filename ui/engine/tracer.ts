import { WorkerService } from './worker-service.js';
import type { TraceService } from './trace-worker.js';

/** Reruns single futures in a worker of its own. */
export class Tracer extends WorkerService<TraceService> {
  constructor() {
    super(() => new Worker(new URL('./trace-worker.ts', import.meta.url), { type: 'module' }));
  }
}
