import type { Command } from 'commander';
import { InputError } from '../../input/index.js';
import type { Gather } from './gather.js';
import { wholeNumber } from './run-options.js';

/** Options of a command that repeats a measurement. */
export interface RawRepeats {
  readonly replicates?: string;
  readonly seed: string;
  readonly json?: true;
  readonly quiet?: true;
}

export interface Repeats {
  readonly replicates: number;
  readonly seed: string;
}

const mostReplicates = 100_000;

export function addRepeatOptions(command: Command, replicates: string): Command {
  return command
    .option('--replicates <n>', `simulated samples; default ${replicates}`)
    .option('--seed <text>', 'any text; the same text gives the same samples', '2014')
    .option('--json', 'print one JSON document, and nothing else, on stdout')
    .option('--quiet', 'no progress');
}

/** Checks the options; what is wrong goes to `gather`. */
export async function readRepeats(raw: RawRepeats, usual: number, gather: Gather): Promise<Repeats> {
  const replicates = await gather.check(() =>
    raw.replicates === undefined ? usual : wholeNumber('--replicates', raw.replicates, 1, mostReplicates),
  );
  const seed = await gather.check(() => nonEmptySeed(raw.seed));
  return { replicates: replicates ?? usual, seed: seed ?? '' };
}

/** @throws InputError when it is empty */
export function nonEmptySeed(seed: string): string {
  if (seed !== '') return seed;
  const remedy = 'give any text, such as 2014';
  throw new InputError([{ path: '--seed', value: seed, rule: 'must not be empty', remedy }]);
}
