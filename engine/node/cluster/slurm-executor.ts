import { createHash, randomBytes } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  countReplicates,
  type Block,
  type Executor,
  type Plan,
  type RunHooks,
} from '../../ensemble/index.js';
import { nodePool } from '../pool.js';
import { cancelJob, SlurmError, submitArray, taskStates } from './slurm-commands.js';
import { cutTasks } from './cut-tasks.js';
import { getTaskBlock, hasTaskBlock, type TaskFolder, writeTaskFolder } from './task-folder.js';

export interface SlurmOptions {
  /** Folder that all nodes see; a new one below it holds tasks, blocks and logs until the run is done. */
  readonly directory: string;
  /** Shell command that runs one array task, given the folder. */
  readonly taskCommand: (folder: string) => string;
  readonly cpusPerTask?: number;
  /** How long a task should last at least. */
  readonly taskSeconds?: number;
  /** How often blocks that are missing when a job has ended are submitted again. */
  readonly retries?: number;
  /** Told of every submission and retry. */
  readonly onNotice?: (text: string) => void;
}

const pollSeconds = 1;

/**
 * Computes blocks as array tasks of a Slurm cluster: the same blocks as on this machine, so the same bits.
 *
 * The first block runs here and tells how long one takes; tasks get enough blocks to last `taskSeconds`. Blocks are taken
 * from the shared folder as they appear. Slurm requeues what a lost node ran; what is missing when a job has ended is
 * submitted again.
 */
export function slurmExecutor(options: SlurmOptions): Executor {
  const { cpusPerTask = 1, taskSeconds = 30, retries = 3, onNotice = () => undefined } = options;
  return {
    workers: 1,
    createHash: () => createHash('sha256'),
    async run(plan, blocks, hooks) {
      const [first, ...rest] = blocks;
      if (!first) return;
      const seconds = await timeBlock(plan, first, hooks);
      const folder = {
        path: resolve(options.directory, `slurm-${randomBytes(6).toString('hex')}`),
        plan,
        identity: randomBytes(32),
      };
      let missing: readonly Block[] = rest;
      try {
        for (let attempt = 0; missing.length > 0; attempt++) {
          if (attempt > retries) throw await failure(folder.path, missing, retries);
          const tasks = cutTasks(missing, seconds / cpusPerTask, taskSeconds);
          if (attempt > 0) onNotice(`${missing.length} blocks are missing: submitting them again`);
          missing = await runJob({ ...folder, tasks }, missing, hooks);
        }
      } finally {
        await rm(folder.path, { recursive: true, force: true });
      }
    },
    close: () => Promise.resolve(),
  };

  async function runJob(folder: TaskFolder, blocks: readonly Block[], hooks: RunHooks): Promise<Block[]> {
    await writeTaskFolder(folder);
    const job = await submitArray({
      tasks: folder.tasks.length,
      cpusPerTask,
      command: options.taskCommand(folder.path),
      log: join(folder.path, 'logs', '%A_%a.log'),
    });
    onNotice(`Slurm job ${job}: ${folder.tasks.length} tasks, ${blocks.length} blocks`);
    try {
      return await follow(job, folder, blocks, hooks);
    } catch (error) {
      await cancelJob(job).catch(() => undefined);
      throw error;
    }
  }
}

/** Takes blocks as they appear until all are there or the job has ended without some. */
async function follow(
  job: string,
  folder: TaskFolder,
  blocks: readonly Block[],
  hooks: RunHooks,
): Promise<Block[]> {
  const { signal } = hooks;
  let missing = [...blocks];
  for (;;) {
    // Asked before looking, so that a block written between the two is seen in the last round.
    const active = (await taskStates(job)).length > 0;
    for (const block of missing.filter((candidate) => hasTaskBlock(folder, candidate))) {
      for (let r = 0; r < block.replicates; r++) hooks.onReplicate?.(block.firstReplicate + r, undefined);
      await hooks.onBlock(block, getTaskBlock(folder, block));
      missing = missing.filter((other) => other !== block);
    }
    if (missing.length === 0 || !active) return missing;
    await sleep(1000 * pollSeconds, undefined, signal ? { signal: signal as AbortSignal } : {}).catch(() => {
      throw signal?.reason;
    });
  }
}

/** Runs one block on this machine and returns the seconds of one worker that it took. */
async function timeBlock(plan: Plan, block: Block, hooks: RunHooks): Promise<number> {
  const pool = nodePool({ workers: 1 });
  const start = process.hrtime.bigint();
  try {
    await pool.run(plan, [block], hooks);
  } finally {
    await pool.close();
  }
  return Number(process.hrtime.bigint() - start) / 1e9;
}

async function failure(path: string, missing: readonly Block[], retries: number): Promise<SlurmError> {
  const [first] = missing;
  const log = await lastLog(path);
  return new SlurmError(
    `${missing.length} blocks (${countReplicates(missing)} replicates, the first is block ${first?.index ?? 0}) were still missing after ${retries} more tries${log}`,
  );
}

async function lastLog(path: string): Promise<string> {
  const logs = (await readdir(join(path, 'logs')).catch(() => [])).sort();
  const name = logs.at(-1);
  if (name === undefined) return '; no task has left a log';
  const text = await readFile(join(path, 'logs', name), 'utf8');
  return `; the newest log ends with: ${text.trim().split('\n').slice(-3).join(' / ')}`;
}
