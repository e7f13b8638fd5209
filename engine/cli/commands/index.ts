import type { Command } from 'commander';
import { calibrateCommand } from './calibrate.js';
import { checkCommand } from './check.js';
import { compareCommand } from './compare.js';
import { discoverCommand } from './discover.js';
import { helpCommand } from './help.js';
import { listCommand } from './list.js';
import { mergeCommand } from './merge.js';
import { optimiseCommand } from './optimise.js';
import { studyCommand } from './partnership-study.js';
import { populationCommand } from './population.js';
import { runCommand } from './run.js';
import { schemaCommand } from './schema.js';
import { scorecardCommand } from './scorecard.js';
import { sensitivityCommand } from './sensitivity.js';
import { serveCommand } from './serve.js';
import { slurmTaskCommand } from './slurm-task.js';
import { surveyCommand } from './survey.js';
import { sweepCommand } from './sweep.js';
import { verifyCommand } from './verify.js';

/** All commands in the order of the help: a new one is one file and one line. */
export const commands: readonly (() => Command)[] = [
  runCommand,
  compareCommand,
  sweepCommand,
  sensitivityCommand,
  discoverCommand,
  optimiseCommand,
  calibrateCommand,
  scorecardCommand,
  surveyCommand,
  studyCommand,
  mergeCommand,
  verifyCommand,
  populationCommand,
  checkCommand,
  schemaCommand,
  listCommand,
  serveCommand,
  helpCommand,
  slurmTaskCommand,
];
