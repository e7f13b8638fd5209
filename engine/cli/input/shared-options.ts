import { type Command, Option } from 'commander';
import { parseShard, type Shard } from '../../ensemble/index.js';
import { resultFormats, type ResultFormat } from '../../output/index.js';
import { maxYears } from '../../scenario/index.js';
import { nonEmpty, oneOf, refuse, wholeNumber } from './check-option.js';
import type { Gather } from './gather.js';

const executors = ['local', 'slurm'] as const;

/** The options that several commands share, checked. One that is left out, or that the command does not take, is as here. */
export interface SharedOptions {
  readonly replicates: number;
  readonly seed: string;
  /** As the scenario says where it is left out. */
  readonly years: number | undefined;
  /** As the scenario says where it is left out. */
  readonly population: string | undefined;
  readonly set: readonly string[];
  /** Settings of all scenarios of a comparison, its baseline included. */
  readonly setAll: readonly string[];
  /** One a core where it is left out. */
  readonly workers: number | undefined;
  readonly shard: Shard | undefined;
  readonly executor: (typeof executors)[number];
  /** Of an array task of a cluster, at least. */
  readonly taskSeconds: number;
  readonly out: string | undefined;
  readonly resume: boolean;
  /** As the command thinks best where it is left out. */
  readonly format: ResultFormat | undefined;
  readonly json: boolean;
  readonly quiet: boolean;
}

export type SharedName = keyof SharedOptions;

/** As commander gives them. */
export type RawShared = Readonly<Partial<Record<SharedName, unknown>>>;

interface Declaration<T> {
  readonly flags: string;
  readonly says: string;
  /** What to do where a command does not take it. */
  readonly instead: string;
  readonly absent: T;
  /** The value of its text, or of its texts where it is given several times; a flag has none. */
  readonly read?: (text: string, flag: string) => T;
  readonly repeatable?: true;
}

/** The one declaration of each shared option: the same word means the same in every command. */
const declarations: { readonly [N in SharedName]: Declaration<SharedOptions[N]> } = {
  replicates: {
    flags: '--replicates <n>',
    says: 'simulated futures, each with luck of its own',
    instead: 'the replicates are those of the command that wrote the directory',
    absent: 1,
    read: (text, flag) => wholeNumber(flag, text, 1, 10_000_000),
  },
  seed: {
    flags: '--seed <text>',
    says: 'any text; the same text gives the same results',
    instead: 'the seed is that of the command that wrote the directory',
    absent: '',
    read: (text, flag) => nonEmpty(flag, text, 'give any text, such as 2012'),
  },
  years: {
    flags: '--years <n>',
    says: `horizon, 1 to ${maxYears}; default: as the scenario says`,
    instead: 'the time is that of the sources or of the directory',
    absent: undefined,
    read: (text, flag) => wholeNumber(flag, text, 1, maxYears),
  },
  population: {
    flags: '--population <name|file>',
    says: 'districts, by name (see list) or CSV file; default: as the scenario says',
    instead: 'the districts are those of the sources or of the directory',
    absent: undefined,
    read: (text, flag) => nonEmpty(flag, text, 'give a name (see accord-sim list) or a CSV file'),
  },
  set: {
    flags: '--set <name=value>',
    says: 'change a field, e.g. levers.conferences.perYear=3 (repeatable)',
    instead: 'change the field in a scenario file',
    absent: [],
    repeatable: true,
  },
  setAll: {
    flags: '--set-all <name=value>',
    says: 'change a field in all scenarios, the baseline included (repeatable)',
    instead: 'only compare has a baseline: use --set',
    absent: [],
    repeatable: true,
  },
  workers: {
    flags: '--workers <n>',
    says: 'processor cores to use; default: all',
    instead: 'it computes on one core',
    absent: undefined,
    read: (text, flag) => wholeNumber(flag, text, 1, 1024),
  },
  shard: {
    flags: '--shard <i/n>',
    says: 'compute only part i of n, counted from 1; join the parts with merge',
    instead: 'only run and compare are cut in parts',
    absent: undefined,
    read: (text) => parseShard(text),
  },
  executor: {
    flags: '--executor <name>',
    says: `where to compute: ${executors.join(' or ')}`,
    instead: 'it computes on this machine; run and compare also on a cluster',
    absent: 'local',
    read: (text, flag) => oneOf(flag, text, executors),
  },
  taskSeconds: {
    flags: '--task-seconds <n>',
    says: 'with slurm: how long an array task should last at least',
    instead: 'it computes on this machine; run and compare also on a cluster',
    absent: 30,
    read: (text, flag) => wholeNumber(flag, text, 1, 86_400),
  },
  out: {
    flags: '--out <dir>',
    says: 'write all results into this new directory',
    instead: 'it writes nothing: keep its result with --json > FILE',
    absent: undefined,
    read: (text, flag) => nonEmpty(flag, text, 'name a directory that does not exist yet'),
  },
  resume: {
    flags: '--resume',
    says: 'go on with what an interrupted command has left in --out',
    instead: 'an interrupted one leaves nothing: start it again',
    absent: false,
  },
  format: {
    flags: '--format <name>',
    says: `file format of the rows: ${resultFormats.join(' or ')}`,
    instead: 'its tables are CSV files',
    absent: undefined,
    read: (text, flag) => oneOf(flag, text, resultFormats),
  },
  json: {
    flags: '--json',
    says: 'print one JSON document, and nothing else, on stdout',
    instead: 'see what it prints',
    absent: false,
  },
  quiet: {
    flags: '--quiet',
    says: 'no progress',
    instead: 'it shows no progress',
    absent: false,
  },
};

export const sharedNames = Object.keys(declarations) as SharedName[];

/** What the user typed for an option that the command does not take. */
class NotTaken {
  constructor(readonly value: string) {}
}

/**
 * Gives a command the shared options that it takes, in the order of their declaration. The others are refused with what
 * to do instead when the options are read.
 *
 * @param taken each with its default in this command; true where there is none
 */
export function shareOptions(
  command: Command,
  taken: Readonly<Partial<Record<SharedName, string | true>>>,
): Command {
  for (const name of sharedNames) {
    const { flags, says, read, repeatable } = declarations[name];
    const option = new Option(flags, says);
    const usual = taken[name];
    if (usual === undefined) {
      const valued = Boolean(read) || repeatable;
      option.hideHelp();
      if (valued) option.argParser((text) => new NotTaken(text));
      else option.preset(new NotTaken(''));
    } else if (repeatable) {
      option.argParser((text, before: readonly string[]) => [...before, text]).default([]);
    } else if (typeof usual === 'string') option.default(usual);
    command.addOption(option);
  }
  return command;
}

/** Checks the shared options of a command; what is wrong, or not taken by it, goes to `gather`. */
export async function readShared(raw: RawShared, gather: Gather): Promise<SharedOptions> {
  const read = async <N extends SharedName>(name: N): Promise<SharedOptions[N]> => {
    const { flags, absent, read: convert, instead } = declarations[name];
    const flag = flags.split(' ', 1)[0]!;
    const given = raw[name];
    const value = await gather.check(() => {
      if (given instanceof NotTaken) refuse(flag, given.value, 'must not be given to this command', instead);
      if (given === undefined) return absent;
      return convert ? convert(given as string, flag) : (given as SharedOptions[N]);
    });
    return value ?? absent;
  };
  const options = {
    replicates: await read('replicates'),
    seed: await read('seed'),
    years: await read('years'),
    population: await read('population'),
    set: await read('set'),
    setAll: await read('setAll'),
    workers: await read('workers'),
    shard: await read('shard'),
    executor: await read('executor'),
    taskSeconds: await read('taskSeconds'),
    out: await read('out'),
    resume: await read('resume'),
    format: await read('format'),
    json: await read('json'),
    quiet: await read('quiet'),
  };
  await gather.check(() => {
    if (options.resume && raw.out === undefined)
      refuse('--resume', '', 'must come with --out', 'name the directory');
    if (options.executor === 'slurm' && raw.out === undefined)
      refuse('--executor', 'slurm', 'must come with --out', 'name a directory that all nodes see');
  });
  return options;
}

/**
 * The directory of a command that always writes one.
 *
 * @throws InputError when it is not named
 */
export function requireOut({ out }: Pick<RawShared, 'out'>): string {
  if (typeof out === 'string') return out;
  return refuse('--out', '', 'must be given', 'name a directory that does not exist yet');
}

/** Refuses the old word of an option with the new one, as soon as it is read. */
export function refuseRenamed(command: Command, old: string, now: string): void {
  const flag = old.split(' ', 1)[0]!;
  const option = new Option(old).hideHelp();
  option.argParser((text) => refuse(flag, text, `must be written ${now}`, ''));
  command.addOption(option);
}
