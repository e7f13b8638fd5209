import { describe, expect, test } from 'vitest';
import { levers } from '../../engine/model/levers/index.js';
import { loadScenario } from '../../engine/scenario/index.js';
import { listChanges } from '../../ui/state/changes.js';
import {
  formatDollars,
  formatLeverValue,
  formatMonth,
  formatNumber,
  formatShare,
  formatSigned,
  formatValue,
} from '../../ui/words/format.js';
import { districts, points } from '../../engine/model/unit.js';
import { headlineOf } from '../../ui/state/headline.js';
import { withAssumption, withContext, withLeverValue, withTiming } from '../../ui/state/setup.js';
import { openingSetup, roundComparison } from './ui-comparison.js';

describe('numbers', () => {
  test.each([
    [0, '0'],
    [5.71, '5.7'],
    [3.96, '4.0'],
    [4, '4'],
    [-5.71, '−5.7'],
    [0.0123, '0.012'],
    [-0.00001, '0'],
    [117.4, '117'],
    [1778, '1,778'],
    [911_146, '910,000'],
    [NaN, 'unknown'],
  ])('%s is written %s', (value, text) => expect(formatNumber(value)).toBe(text));

  test.each([
    [0, '$0'],
    [93, '$93'],
    [-231_234, '−$230,000'],
    [930_000, '$0.93 M'],
    [15_600_000, '$16 M'],
    [1_240_000_000, '$1.2 B'],
  ])('%s dollars are written %s', (value, text) => expect(formatDollars(value)).toBe(text));

  test('shares are percentages and their differences percentage points', () => {
    expect(formatShare(0.181)).toBe('18%');
    expect(formatShare(0.012)).toBe('1.2%');
    expect(formatSigned(0.042, { kind: 'share', words: 'share of possible ties' })).toBe('+4.2');
  });

  test('scores have a tenth of a point at most', () => {
    expect(formatSigned(0.023, points)).toBe('0');
    expect(formatSigned(3.84, points)).toBe('+3.8');
  });

  test('districts are whole', () => {
    expect(formatValue(41.5, districts)).toBe('42');
    expect(formatSigned(24.4, districts)).toBe('+24');
    expect(formatSigned(-0.2, districts)).toBe('0');
  });

  test('months count from the first', () => {
    expect(formatMonth('2012-07', 0)).toBe('July 2012');
    expect(formatMonth('2012-07', 120)).toBe('July 2022');
    expect(formatMonth('2012-12', 1, true)).toBe('Jan 2013');
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
});

describe('the headline', () => {
  const { finding, detail, scores } = headlineOf(roundComparison(), '2012-07', 'without a partnership');

  test('says how often, when, against what, how much, of how many, and at what cost', () => {
    expect(finding).toBe(
      'In 83 of 100 simulated futures more districts reach lasting collaboration by 2022 than without a partnership: 20 more of 327, at $1 each.',
    );
    expect(detail).toContain('between +10 and +30 in 90 of 100 futures');
  });

  test('names the condition on which scores rest, and spells the abbreviation out', () => {
    expect(scores).toContain('association is causal');
    expect(scores).toContain('Academic Performance Index (API');
  });

  test('promises nothing', () => {
    expect([finding, detail, scores].join(' ')).not.toMatch(/\bwill\b/);
  });

  test('two worlds that are the same are called the same', () => {
    const comparison = roundComparison();
    const lasting = { ...comparison.differences['lasting']!, better: 0, tied: 1 };
    const same = { ...comparison, differences: { ...comparison.differences, lasting } };
    expect(headlineOf(same, '2012-07', 'without a partnership').finding).toContain('the same number');
  });

  test('only what holds in every future holds in 100 of 100', () => {
    const comparison = roundComparison();
    const lasting = { ...comparison.differences['lasting']!, better: 0.999, tied: 0 };
    const near = { ...comparison, differences: { ...comparison.differences, lasting } };
    expect(headlineOf(near, '2012-07', 'without').finding).toContain('more than 99 of 100');
  });
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
