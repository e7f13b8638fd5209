import { proxy, type ProxyMarked } from 'comlink';
import type { TaskHooks } from '../state/task.js';
import { WorkerService } from './worker-service.js';
import type { LabService } from './lab-worker.js';
import type { Report } from './leg.js';

/** A worker of its own, so that a batch and a study can run side by side. */
export function labWorker(): WorkerService<LabService> {
  return new WorkerService<LabService>(
    () => new Worker(new URL('./lab-worker.ts', import.meta.url), { type: 'module' }),
  );
}

/** A callback for the worker to report to; nothing is told once the task is stopped. */
export function reportTo({
  signal,
  onProgress,
}: Pick<TaskHooks<unknown>, 'signal' | 'onProgress'>): Report & ProxyMarked {
  return proxy((done: number, total: number): Promise<void> => {
    if (!signal.aborted) onProgress(done, total);
    return Promise.resolve();
  });
}
