import type { Command } from 'commander';
import { expect, test } from 'vitest';
import { Gather } from '../../engine/cli/input/gather.js';
import { readShared, sharedNames, type SharedName } from '../../engine/cli/input/shared-options.js';
import { createProgram } from '../../engine/cli/program.js';

const world = ['replicates', 'seed', 'years', 'population', 'set', 'workers', 'json', 'quiet'] as const;
const cut = ['shard', 'executor', 'taskSeconds', 'out', 'resume', 'format'] as const;
const measured = ['replicates', 'seed', 'json', 'quiet'] as const;

/** What each command that computes takes of the shared options. */
const takes: Readonly<Record<string, readonly SharedName[]>> = {
  run: [...world, ...cut],
  compare: [...world, ...cut, 'setAll'],
  sweep: [...world, 'out', 'resume'],
  sensitivity: [...world, 'out'],
  optimise: [...world, 'out', 'resume'],
  discover: ['json'],
  calibrate: ['seed', 'out', 'resume', 'json', 'quiet'],
  scorecard: measured,
  survey: measured,
  study: measured,
  merge: ['out', 'format', 'json'],
  verify: ['population', 'json'],
};

const commandOf = (name: string): Command => createProgram().commands.find((one) => one.name() === name)!;
const optionOf = (command: Command, name: SharedName) =>
  command.options.find((option) => option.attributeName() === name)!;

/** What is wrong with the words of a command, as far as they are shared options. */
async function wrong(command: Command, ...words: readonly string[]): Promise<string> {
  command.parseOptions([...words]);
  const gather = new Gather();
  await readShared(command.opts(), gather);
  try {
    gather.report();
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}

test.each(Object.entries(takes))(
  '%s takes the shared options that it should, and no other',
  (name, taken) => {
    const command = commandOf(name);
    const shown = sharedNames.filter((option) => !optionOf(command, option).hidden);
    expect(shown.toSorted()).toEqual([...taken].toSorted());
  },
);

test('a shared option has the same flags and description in every command', () => {
  const compare = commandOf('compare');
  for (const name of Object.keys(takes))
    for (const option of sharedNames) {
      const { flags, description } = optionOf(commandOf(name), option);
      expect({ flags, description }).toEqual({
        flags: optionOf(compare, option).flags,
        description: optionOf(compare, option).description,
      });
    }
});

test.each<[SharedName, string[]]>([
  ['replicates', ['--replicates', '0']],
  ['seed', ['--seed', '']],
  ['years', ['--years', '400']],
  ['workers', ['--workers', '0']],
  ['format', ['--format', 'parket']],
  ['resume', ['--resume']],
])('%s is held to the same rule in every command that takes it', async (option, words) => {
  const expected = await wrong(commandOf('run'), ...words);
  expect(expected).toMatch(/^--.* must /);
  for (const [name, taken] of Object.entries(takes))
    if (taken.includes(option)) expect(await wrong(commandOf(name), ...words)).toBe(expected);
});

test('an option that a command does not take is refused with what to do instead, all of them at once', async () => {
  for (const [name, taken] of Object.entries(takes))
    for (const option of sharedNames.filter((one) => !taken.includes(one))) {
      const { long, required } = optionOf(commandOf(name), option);
      const said = await wrong(commandOf(name), long!, ...(required ? ['2'] : []));
      expect(said).toMatch(new RegExp(`${long}: '?2?'? must not be given to this command; .+`));
    }
  expect(await wrong(commandOf('scorecard'), '--workers', '2', '--out', 'x', '--resume')).toBe(
    '--workers: 2 must not be given to this command; it computes on one core\n' +
      "--out: 'x' must not be given to this command; it writes nothing: keep its result with --json > FILE\n" +
      "--resume: '' must not be given to this command; an interrupted one leaves nothing: start it again",
  );
});

test('a word of before is refused with the word of now', () => {
  const command = commandOf('optimise');
  expect(() => command.parseOptions(['--save', 'mixes'])).toThrow("--save: 'mixes' must be written --out");
});
