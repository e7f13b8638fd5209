import { describe, expect, test } from 'vitest';
import { levers } from '../../engine/model/levers/index.js';
import { loadScenario } from '../../engine/scenario/index.js';
import { monthInWords, shortMonth } from '../../engine/telling/horizon.js';
import { listChanges } from '../../ui/state/changes.js';
import { formatLeverValue } from '../../ui/words/format.js';
import { withAssumption, withContext, withLeverValue, withTiming } from '../../ui/state/setup.js';
import { openingSetup } from './ui-comparison.js';

test('months count from the first', () => {
  expect(monthInWords('2012-07', 0)).toBe('July 2012');
  expect(monthInWords('2012-07', 120)).toBe('July 2022');
  expect(shortMonth('2012-12', 1)).toBe('Jan 2013');
});

test('every lever value is written with its unit', () => {
  for (const { fields } of levers) {
    for (const field of fields) {
      const text = formatLeverValue(field.double, field);
      expect(text).toMatch(/[a-z]/);
      expect(text).not.toMatch(/NaN|undefined/);
    }
  }
});

describe('what was changed', () => {
  const { scenario } = openingSetup();

  test('nothing, of a scenario and itself', () => {
    expect(listChanges(scenario, scenario, levers)).toEqual([]);
  });

  test('policy and assumptions are kept apart, each with a way back', () => {
    let setup = withLeverValue(openingSetup(), 'conferences', 'perYear', 3);
    setup = withTiming(setup, ['research'], { rampMonths: 24 });
    setup = withContext(setup, ['turnover'], 1.5);
    setup = withAssumption(setup, 'apiPersistence', 0.4);
    const changes = listChanges(scenario, setup.scenario, levers);
    expect(changes.map(({ kind, from, to }) => [kind, from, to])).toEqual([
      ['policy', '1.5 conferences a year', '3 conferences a year'],
      ['policy', 'at once', '24 months'],
      ['assumption', '1', '1.5'],
      ['assumption', 'drawn from its range', '0.4'],
    ]);
  });

  test('what all levers did together is told once, and put back together', () => {
    const ids = levers.map(({ id }) => id);
    let setup = withTiming(openingSetup(), ids, { startMonth: 24 });
    setup = withTiming(setup, ['research'], { rampMonths: 12 });
    const changes = listChanges(scenario, setup.scenario, levers);
    expect(changes.map(({ label }) => label)).toEqual([
      'All levers: start',
      'Research and dissemination: ramp',
    ]);
    expect(changes[0]!.revert).toEqual({ type: 'setTiming', levers: ids, timing: { startMonth: 0 } });
  });

  test('a longer horizon alone changes no lever', () => {
    const long = loadScenario('mep');
    const levers20 = Object.fromEntries(
      Object.entries(long.levers).map(([id, setting]) => [id, { ...setting, endMonth: 240 }]),
    ) as typeof long.levers;
    const changes = listChanges(long, { ...long, years: 20, levers: levers20 }, levers);
    expect(changes.map(({ key }) => key)).toEqual(['years']);
  });
});
