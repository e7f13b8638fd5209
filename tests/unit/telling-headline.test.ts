import { expect, test } from 'vitest';
import type { DifferenceBands } from '../../engine/ensemble/index.js';
import { headlineOf, type Compared } from '../../engine/telling/headline.js';
import { atHorizon } from '../../engine/telling/horizon.js';
import { priceInWords, priceOf } from '../../engine/telling/prices.js';

const flat = (q05: number, q50: number, q95: number, months: number) => {
  const fill = (value: number): number[] => Array.from({ length: months }, () => value);
  return { mean: fill(q50), q05: fill(q05), q25: fill(q50), q50: fill(q50), q75: fill(q50), q95: fill(q95) };
};

function compared(
  lasting: readonly [number, number, number],
  better: number,
  tied = 0,
  months = 121,
): Compared {
  const states = { adversarial: 169, ibbTrained: 81, collaborative: 77 };
  const difference = (low: number, middle: number, high: number): DifferenceBands => ({
    ...flat(low, middle, high, months),
    better,
    tied,
  });
  const sign = tied === 1 ? 0 : Math.sign(lasting[1]);
  return {
    scenario: {
      outcomes: Object.fromEntries(
        Object.entries(states).map(([id, value]) => [id, flat(value, value, value, months)]),
      ),
    },
    differences: {
      lasting: difference(...lasting),
      collaborative: difference(...lasting),
      cost: difference(36e6, 36e6, 36e6),
      apiGain: difference(sign, 6 * sign, 14 * sign),
    },
  };
}

const plain = { name: 'no-partnership', title: 'No partnership' };

test('the headline says in how many futures, how many districts, at what cost and what it may mean', () => {
  expect(headlineOf(compared([24, 41, 60], 0.83), '2012-07', plain)).toEqual({
    finding:
      'In 83 of 100 simulated futures more districts reach lasting collaboration by July 2022 than without a ' +
      'partnership: 41 more of 327, at $880,000 each.',
    detail:
      'The middle of the futures; 90 of 100 lie between +24 and +60 districts, at $600,000 to $1,500,000 each. ' +
      'Lasting: collaborative for three years or more.',
    scores:
      'If the study’s association is causal (26 schools, one district), API-equivalent scores are 6.0 points higher in ' +
      'the middle; 90 of 100 lie between +1.0 and +14.0. API: California’s Academic Performance Index, ' +
      '200 to 1,000.',
  });
});

test('no sentence of it has more than thirty words, and none promises anything', () => {
  for (const lasting of [
    [24, 41, 60],
    [-60, -41, -24],
    [-3, 0, 4],
  ] as const) {
    const parts = headlineOf(compared(lasting, 0.995), '2012-07', plain);
    const text = Object.values(parts).join(' ');
    for (const sentence of text.split(/[.:;] /)) expect(sentence.split(' ').length).toBeLessThanOrEqual(30);
    expect(text).not.toMatch(/\bwill\b|causes|because/);
  }
});

test('another baseline is called by its title', () => {
  const other = { name: 'mep', title: 'As it was' };
  expect(headlineOf(compared([24, 41, 60], 0.83), '2012-07', other).finding).toContain(
    'than with “As it was”:',
  );
});

test('a loss is called a loss, and has no price each', () => {
  const { finding, scores } = headlineOf(compared([-60, -41, -24], 0.02), '2012-07', plain);
  expect(finding).toContain('41 fewer of 327, at $36 M in all.');
  expect(scores).toContain('6.0 points lower');
});

test('worlds that do not differ are said not to differ', () => {
  expect(headlineOf(compared([0, 0, 0], 0, 1), '2012-07', plain)).toEqual({
    finding:
      'In 100 of 100 simulated futures as many districts reach lasting collaboration by July 2022 as without a partnership.',
    detail: '',
    scores: '',
  });
});

test('where most futures end alike, the finding is how many do', () => {
  const { finding, detail } = headlineOf(compared([0, 0, 2], 0.3, 0.7), '2012-07', plain);
  expect(finding).toMatch(/^In 70 of 100 simulated futures as many/);
  expect(detail).toContain('between 0 and +2 districts');
});

test('before collaboration can last, the headline counts collaborative districts', () => {
  const { finding, detail } = headlineOf(compared([1, 2, 3], 0.9, 0, 25), '2012-07', plain);
  expect(finding).toContain('more districts are collaborative by July 2014');
  expect(detail).not.toContain('Lasting');
});

test('a price is mean cost over mean gain, between the cost over the highest and over the lowest gain', () => {
  const cost = { mean: 12e6, low: 1, middle: 1, high: 1 };
  const gain = { mean: 4, low: 2, middle: 4, high: 6 };
  expect(priceOf(cost, gain)).toEqual({ low: 2e6, middle: 3e6, high: 6e6 });
  expect(priceInWords(cost, gain)).toBe('$3.0 M [$2.0 M to $6.0 M]');
});

test('there is no price where too few futures gain or nothing more is spent', () => {
  const { differences } = compared([0, 41, 60], 0.83);
  const [cost, gain] = [atHorizon(differences['cost']!), atHorizon(differences['lasting']!)];
  expect(priceInWords(cost, gain)).toBe('no price: too few futures gain');
  expect(priceInWords({ ...cost, mean: 0 }, { ...gain, low: 1 })).toBe('nothing more is spent');
});
