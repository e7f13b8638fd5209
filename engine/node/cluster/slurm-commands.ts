import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

/** A Slurm command that failed or is not there. */
export class SlurmError extends Error {
  override readonly name = 'SlurmError';
}

/** What an array job runs. */
export interface ArrayJob {
  readonly tasks: number;
  readonly cpusPerTask: number;
  /** Shell command of every task. */
  readonly command: string;
  /** Log file; Slurm fills in %A and %a. */
  readonly log: string;
}

/**
 * Submits an array job that Slurm itself requeues when a node is lost. Partition, account and limits come from Slurm's own
 * SBATCH_ variables.
 *
 * @returns the job id
 */
export async function submitArray({ tasks, cpusPerTask, command, log }: ArrayJob): Promise<string> {
  const text = await slurm('sbatch', [
    '--parsable',
    '--requeue',
    '--job-name=accord-sim',
    `--array=0-${tasks - 1}`,
    `--cpus-per-task=${cpusPerTask}`,
    `--output=${log}`,
    '--open-mode=append',
    `--wrap=${command}`,
  ]);
  const id = /^\d+/.exec(text.trim())?.[0];
  if (id === undefined) throw new SlurmError(`sbatch must print a job id, but printed '${text.trim()}'`);
  return id;
}

/** States of the tasks of a job that are still known to the queue, e.g. RUNNING, PENDING, REQUEUED. */
export async function taskStates(job: string): Promise<string[]> {
  try {
    const text = await slurm('squeue', ['--noheader', '--array', `--jobs=${job}`, '--format=%T']);
    return text.split('\n').filter((line) => line !== '');
  } catch (error) {
    // A job that ended some time ago is no longer known by its id.
    if (error instanceof SlurmError && /invalid job id/i.test(error.message)) return [];
    throw error;
  }
}

export async function cancelJob(job: string): Promise<void> {
  await slurm('scancel', [job]);
}

async function slurm(program: string, args: readonly string[]): Promise<string> {
  try {
    const { stdout } = await execute(program, args, { encoding: 'utf8', timeout: 60_000 });
    return stdout;
  } catch (error) {
    const { code, stderr, message } = error as { code?: unknown; stderr?: string; message: string };
    if (code === 'ENOENT') {
      throw new SlurmError(`${program} must be on the PATH: --executor slurm runs on a Slurm login node`, {
        cause: error,
      });
    }
    throw new SlurmError(`${program} failed: ${stderr?.trim() || message}`, { cause: error });
  }
}
