import { Command } from 'commander';
import { runTask } from '../../../node/cluster/index.js';

/** What the array tasks of `--executor slurm` run; not for people, so the help leaves it out. */
export function slurmTaskCommand(): Command {
  return new Command('slurm-task')
    .description('compute the blocks of one array task')
    .argument('<folder>', 'folder of the submission')
    .action((folder: string) => runTask(folder, process.env));
}
