import { Command } from 'commander';
import { expect, test } from 'vitest';
import { Gather } from '../../engine/cli/input/gather.js';
import { readRun } from '../../engine/cli/input/read-run.js';
import { simulationOptions } from '../../engine/cli/input/option-sets.js';
import { type RawShared, readShared, shareOptions } from '../../engine/cli/input/shared-options.js';
import type { Scenario } from '../../engine/scenario/index.js';

/** The scenarios of a comparison with these options, and what was told of them. */
async function compared(
  ...words: readonly string[]
): Promise<{ readonly scenarios: readonly Scenario[]; readonly told: readonly string[] }> {
  const command = shareOptions(new Command(), { ...simulationOptions, setAll: true });
  command.parse(words, { from: 'user' });
  const gather = new Gather();
  const options = await readShared(command.opts<RawShared>(), gather);
  const told: string[] = [];
  const names = ['no-partnership', 'mep', 'six-levers'];
  const { scenarios } = await readRun(names, options, gather, (text) => told.push(text));
  return { scenarios, told };
}

test('scenarios of one world are compared without a word', async () => {
  expect((await compared('--set', 'levers.conferences.perYear=4')).told).toEqual([]);
});

test('a setting of the context leaves the baseline, and it is told that the worlds differ', async () => {
  const { scenarios, told } = await compared(
    '--set',
    'context.turnover=1.5',
    '--set',
    'context.budgetShock.severity=0.1',
  );
  expect(scenarios.map(({ context }) => context.turnover)).toEqual([1, 1.5, 1.5]);
  expect(told).toEqual(
    ['mep', 'six-levers'].map(
      (name) =>
        expect.stringMatching(
          new RegExp(
            `^${name} differs from the baseline no-partnership in more than its levers: .*turnover = 1\\.5, not 1.*--set-all`,
          ),
        ) as unknown,
    ),
  );
});

test('a setting of all changes the baseline too, before what is set in the others', async () => {
  const { scenarios, told } = await compared(
    '--set',
    'context.turnover=2',
    '--set-all',
    'context.turnover=1.5',
  );
  expect(scenarios.map(({ context }) => context.turnover)).toEqual([1.5, 2, 2]);
  expect(told).toHaveLength(2);
  const alike = await compared(
    '--set-all',
    'context.turnover=1.5',
    '--set-all',
    'levers.conferences.perYear=2',
  );
  expect(alike.told).toEqual([]);
  expect(alike.scenarios.map(({ levers }) => levers.conferences.values['perYear'])).toEqual([2, 2, 2]);
});

test('a setting of all that is wrong is named', async () => {
  await expect(compared('--set-all', 'context.turnover=-3')).rejects.toThrow(
    /--set-all.*context\.turnover = -3 must be/,
  );
});
