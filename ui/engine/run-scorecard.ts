import { proxy } from 'comlink';
import type { Scorecard } from '../../engine/validation/reported/scorecard.js';
import type { TaskHooks } from '../state/task.js';
import { WorkerService } from './worker-service.js';
import type { ScorecardService } from './scorecard-worker.js';

/**
 * The scorecard, computed in a worker of its own that lives as long as the run.
 *
 * @throws Error when the worker fails or the run is cancelled
 */
export async function runScorecard(
  seed: string,
  replicates: number,
  hooks: TaskHooks<Scorecard>,
): Promise<Scorecard> {
  const { signal } = hooks;
  const worker = new WorkerService<ScorecardService>(
    () => new Worker(new URL('./scorecard-worker.ts', import.meta.url), { type: 'module' }),
  );
  const stop = (): void => worker.close('it was cancelled');
  signal.addEventListener('abort', stop);
  try {
    hooks.onProgress(0, replicates);
    const report = proxy((done: number) => hooks.onProgress(done, replicates));
    return await worker.ask((service): Promise<Scorecard> => service.run(seed, replicates, report));
  } finally {
    signal.removeEventListener('abort', stop);
    worker.close();
  }
}
