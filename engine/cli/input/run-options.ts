import type { Command } from 'commander';
import { parseShard, type Shard } from '../../ensemble/index.js';
import { InputError } from '../../input/index.js';
import { resultFormats, type ResultFormat } from '../../output/index.js';
import { maxYears } from '../../scenario/index.js';
import { nameRemedy } from '../../input/index.js';
import type { Gather } from './gather.js';

/** The common options of commands that simulate, checked. */
export interface RunOptions {
  readonly replicates: number;
  readonly seed: string;
  readonly years: number | undefined;
  readonly population: string | undefined;
  readonly set: readonly string[];
  /** Settings of all scenarios of a comparison, its baseline included. */
  readonly setAll: readonly string[];
  /** One a core where it is left out. */
  readonly workers: number | undefined;
  readonly executor: (typeof executors)[number];
  /** Of an array task of a cluster, at least. */
  readonly taskSeconds: number;
  readonly shard: Shard | undefined;
  readonly out: string | undefined;
  readonly format: ResultFormat;
  readonly resume: boolean;
  readonly json: boolean;
  readonly quiet: boolean;
}

/** As commander gives them. */
export interface RawRunOptions {
  readonly replicates: string;
  readonly seed: string;
  readonly years?: string;
  readonly population?: string;
  readonly set: readonly string[];
  readonly setAll?: readonly string[];
  readonly workers?: string;
  readonly shard?: string;
  readonly executor: string;
  readonly taskSeconds: string;
  readonly out?: string;
  readonly format: string;
  readonly resume?: true;
  readonly json?: true;
  readonly quiet?: true;
}

export const executors = ['local', 'slurm'] as const;

const maxWorkers = 1024;
const maxReplicates = 10_000_000;

/** Gathers an option that is given several times. */
export function collect(value: string, before: readonly string[]): string[] {
  return [...before, value];
}

/** The options of every command that simulates. */
export function addWorldOptions(command: Command, replicates: string, of = 'simulated futures'): Command {
  return command
    .option('--replicates <n>', of, replicates)
    .option('--seed <text>', 'any text; the same text gives the same futures', '2012')
    .option('--years <n>', `horizon, 1 to ${maxYears}; default: as the scenario says`)
    .option('--population <name|file>', 'districts to run on; default: as the scenario says')
    .option(
      '--set <name=value>',
      'change a field, e.g. levers.conferences.perYear=3 (repeatable)',
      collect,
      [],
    )
    .option('--workers <n>', 'processor cores to use; default: all')
    .option('--json', 'print one JSON document, and nothing else, on stdout')
    .option('--quiet', 'no progress');
}

/** The options of `run` and `compare`. */
export function addRunOptions(command: Command): Command {
  return addWorldOptions(command, '1000')
    .option('--shard <i/n>', 'compute only part i of n, counted from 1; join the parts with merge')
    .option('--executor <name>', `where to compute: ${executors.join(' or ')}`, 'local')
    .option('--task-seconds <n>', 'with slurm: how long an array task should last at least', '30')
    .option('--out <dir>', 'write all results into a new directory')
    .option('--format <name>', `file format of the results: ${resultFormats.join(' or ')}`, 'parquet')
    .option('--resume', 'go on with an interrupted run in --out');
}

/** Checks the common options; what is wrong goes to `gather`. */
export async function readRunOptions(raw: RawRunOptions, gather: Gather): Promise<RunOptions> {
  const whole = (name: string, text: string | undefined, max: number): Promise<number | undefined> =>
    gather.check(() => (text === undefined ? undefined : wholeNumber(`--${name}`, text, 1, max)));
  const [replicates, years, workers] = [
    await whole('replicates', raw.replicates, maxReplicates),
    await whole('years', raw.years, maxYears),
    await whole('workers', raw.workers, maxWorkers),
  ];
  const shard = await gather.check(() => (raw.shard === undefined ? undefined : parseShard(raw.shard)));
  const format = await gather.check(() => oneOf('--format', raw.format, resultFormats));
  const executor = await gather.check(() => oneOf('--executor', raw.executor, executors));
  const taskSeconds = await gather.check(() => wholeNumber('--task-seconds', raw.taskSeconds, 1, 86_400));
  await gather.check(() => {
    if (raw.seed === '') refuse('--seed', '', 'must not be empty', 'give any text, such as 2012');
    if (raw.resume && raw.out === undefined)
      refuse('--resume', '', 'must come with --out', 'name the directory');
    if (raw.executor === 'slurm' && raw.out === undefined) {
      refuse('--executor', 'slurm', 'must come with --out', 'name a directory that all nodes see');
    }
  });
  return {
    replicates: replicates ?? 1,
    seed: raw.seed,
    years,
    population: raw.population,
    set: raw.set,
    setAll: raw.setAll ?? [],
    workers,
    executor: executor ?? 'local',
    taskSeconds: taskSeconds ?? 30,
    shard,
    out: raw.out,
    format: format ?? 'parquet',
    resume: raw.resume ?? false,
    json: raw.json ?? false,
    quiet: raw.quiet ?? false,
  };
}

/** @throws InputError when the text is no whole number from `min` to `max` */
export function wholeNumber(option: string, text: string, min: number, max: number): number {
  const value = /^\d{1,15}$/.test(text) ? Number(text) : NaN;
  if (value >= min && value <= max) return value;
  const limits = `from ${min.toLocaleString('en-US')} to ${max.toLocaleString('en-US')}`;
  return refuse(option, text, `must be a whole number ${limits}`, '');
}

/** @throws InputError when the text is no number from `min` to `max` */
export function numberBetween(option: string, text: string, min: number, max: number): number {
  const value = text.trim() === '' ? NaN : Number(text) + 0; // minus zero is zero
  if (value >= min && value <= max) return value;
  const limits = min === -Number.MAX_VALUE ? '' : ` from ${min} to ${max.toLocaleString('en-US')}`;
  return refuse(option, text, `must be a number${limits}`, '');
}

/** @throws InputError when the text is none of the names */
export function oneOf<T extends string>(option: string, text: string, names: readonly T[]): T {
  const found = names.find((name) => name === text);
  return found ?? refuse(option, text, `must be ${names.join(' or ')}`, nameRemedy(text, names));
}

function refuse(path: string, value: string, rule: string, remedy: string): never {
  throw new InputError([{ path, value, rule, remedy }]);
}
