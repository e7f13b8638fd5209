import { fileURLToPath } from 'node:url';
import { slurmExecutor } from '../../node/cluster/index.js';
import type { Executor } from '../../ensemble/index.js';
import { nodePool } from '../../node/pool.js';
import { shellLine } from '../../output/index.js';
import { tell } from '../terminal/tell.js';
import type { SharedOptions } from './shared-options.js';

/** What computes the blocks: this machine's cores, or the array tasks of a cluster. */
export function openExecutor({ executor, workers, out, taskSeconds, quiet }: SharedOptions): Executor {
  const notices = quiet ? {} : { onNotice: tell };
  if (executor === 'local' || out === undefined) {
    return nodePool({ ...(workers === undefined ? {} : { workers }), ...notices });
  }
  const program = [process.execPath, fileURLToPath(import.meta.url), 'slurm-task'];
  return slurmExecutor({
    directory: out,
    taskCommand: (folder) => `exec ${shellLine([...program, folder])}`,
    cpusPerTask: workers ?? 1,
    taskSeconds,
    ...notices,
  });
}
