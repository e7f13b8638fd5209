import type { Block } from '../../ensemble/index.js';

/** Most tasks of one array: Slurm's own default limit is 1,001. */
const mostTasks = 1000;

/**
 * Shares blocks out over array tasks of about equal size that last `taskSeconds` or more: shorter ones would spend
 * their time in the queue.
 *
 * @param blockSeconds how long a block takes in a task
 */
export function cutTasks(blocks: readonly Block[], blockSeconds: number, taskSeconds: number): Block[][] {
  const total = blocks.length * blockSeconds;
  const wanted = taskSeconds > 0 ? Math.floor(total / taskSeconds) : blocks.length;
  const tasks = Math.max(1, Math.min(wanted, blocks.length, mostTasks));
  return Array.from({ length: tasks }, (_, task) =>
    blocks.slice(
      Math.floor((task * blocks.length) / tasks),
      Math.floor(((task + 1) * blocks.length) / tasks),
    ),
  );
}
