import type { Command } from 'commander';
import { mergeCommand } from './batch/merge.js';
import { slurmTaskCommand } from './batch/slurm-task.js';
import { verifyCommand } from './batch/verify.js';
import { calibrateCommand } from './evidence/calibrate.js';
import { scorecardCommand } from './evidence/scorecard.js';
import { studyCommand } from './evidence/study.js';
import { surveyCommand } from './evidence/survey.js';
import { helpCommand } from './help.js';
import { checkCommand } from './policy/check.js';
import { compareCommand } from './policy/compare.js';
import { listCommand } from './policy/list.js';
import { populationCommand } from './policy/population.js';
import { runCommand } from './policy/run.js';
import { schemaCommand } from './policy/schema.js';
import { serveCommand } from './policy/serve.js';
import { discoverCommand } from './research/discover.js';
import { optimiseCommand } from './research/optimise.js';
import { sensitivityCommand } from './research/sensitivity.js';
import { sweepCommand } from './research/sweep.js';

/** All commands by their folder, in the order of the help: a new one is one file and one line. */
export const commands: Readonly<Record<string, readonly (() => Command)[]>> = {
  policy: [
    runCommand,
    compareCommand,
    populationCommand,
    checkCommand,
    schemaCommand,
    listCommand,
    serveCommand,
    helpCommand,
  ],
  research: [sweepCommand, sensitivityCommand, discoverCommand, optimiseCommand],
  evidence: [calibrateCommand, scorecardCommand, surveyCommand, studyCommand],
  batch: [mergeCommand, verifyCommand, slurmTaskCommand],
};
