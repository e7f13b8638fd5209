import type { CancelSignal, Executor, Progress } from '../../ensemble/index.js';
import { nodePool } from '../../node/pool.js';
import type { SharedOptions } from '../input/shared-options.js';
import { Interrupted, interruptible } from '../terminal/interrupt.js';
import { progressView, type ProgressView } from '../terminal/progress.js';
import { tell } from '../terminal/tell.js';

/** What a stage of a task reports to and is stopped by. */
export interface StageHooks {
  readonly signal: CancelSignal;
  readonly onProgress: (progress: Progress) => void;
}

/**
 * Does a task on this machine's cores, with progress, and ends the workers whatever comes.
 *
 * @param part what the task is made of, in one word, for the progress
 * @param advice what to do after Ctrl-C; none where the caller tells it
 * @param task starts each of its stages with fresh hooks, and may say what a stage is made of
 */
export async function withPool<T>(
  { workers, quiet }: Pick<SharedOptions, 'workers' | 'quiet'>,
  part: string,
  advice: string | undefined,
  task: (executor: Executor, stage: (part?: string) => StageHooks) => Promise<T>,
): Promise<T> {
  const executor = nodePool({
    ...(workers === undefined ? {} : { workers }),
    ...(quiet ? {} : { onNotice: tell }),
  });
  let view: ProgressView | undefined;
  try {
    return await interruptible((signal) =>
      task(executor, (own = part) => {
        view?.end();
        const current = (view = progressView(quiet, own));
        return { signal, onProgress: (progress) => current.show(progress) };
      }),
    );
  } catch (error) {
    view?.end();
    view = undefined;
    if (error instanceof Interrupted && advice !== undefined) tell(advice);
    throw error;
  } finally {
    view?.end();
    await executor.close();
  }
}
