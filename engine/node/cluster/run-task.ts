import { nodePool } from '../pool.js';
import { SlurmError } from './slurm-commands.js';
import { hasTaskBlock, putTaskBlock, readTaskFolder } from './task-folder.js';

/** How often Slurm may requeue a task before it gives up: a task that ends node after node is at fault itself. */
const mostRestarts = 5;

/**
 * What a node does for one array task: computes the task's blocks that are not there yet and files them. Called again after
 * a requeue, it goes on where the lost node stopped.
 *
 * @throws SlurmError when the environment names no task, or the task was requeued too often
 */
export async function runTask(
  path: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  const task = Number(environment['SLURM_ARRAY_TASK_ID'] ?? NaN);
  const restarts = Number(environment['SLURM_RESTART_COUNT'] ?? 0);
  if (restarts > mostRestarts) {
    throw new SlurmError(
      `task ${task} was requeued ${restarts} times, which must not exceed ${mostRestarts}`,
    );
  }
  const folder = await readTaskFolder(path);
  const blocks = folder.tasks[task];
  if (!blocks) {
    throw new SlurmError(
      `SLURM_ARRAY_TASK_ID = ${environment['SLURM_ARRAY_TASK_ID'] ?? 'nothing'} must be a task of ${path}`,
    );
  }
  const pool = nodePool({
    workers: Number(environment['SLURM_CPUS_PER_TASK'] ?? 1),
    onNotice: (what) => void process.stderr.write(`${what}\n`),
  });
  try {
    const missing = blocks.filter((block) => !hasTaskBlock(folder, block));
    await pool.run(folder.plan, missing, { onBlock: (block, values) => putTaskBlock(folder, block, values) });
  } finally {
    await pool.close();
  }
}
