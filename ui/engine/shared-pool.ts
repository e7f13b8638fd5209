import type { Executor } from '../../engine/ensemble/executor.js';
import { webPool } from '../../engine/ensemble/workers/web-pool.js';
import { poolNotice } from './pool-notice.js';

let pool: Executor | undefined;

/** The page's workers, one a core; every view computes on the same ones. */
export function sharedPool(): Executor {
  return (pool ??= webPool({ onNotice: poolNotice.say }));
}
