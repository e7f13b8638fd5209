import { expect, test } from 'vitest';
import { costPer } from '../../engine/cli/report/cost-per.js';
import { headline, outOf100 } from '../../engine/cli/report/headline.js';
import type { CompareDocument, DifferenceBands, OutcomeBands } from '../../engine/ensemble/index.js';

const flat = (q05: number, q50: number, q95: number, months: number) => {
  const fill = (value: number): number[] => Array.from({ length: months }, () => value);
  return { mean: fill(q50), q05: fill(q05), q25: fill(q50), q50: fill(q50), q75: fill(q50), q95: fill(q95) };
};

const outcome = (value: number, months: number): OutcomeBands => ({
  label: 'x',
  unit: 'districts',
  better: 'higher',
  ...flat(value, value, value, months),
});

function document(
  lasting: readonly [number, number, number],
  better: number,
  tied = 0,
  months = 121,
): CompareDocument {
  const outcomes = {
    adversarial: outcome(169, months),
    ibbTrained: outcome(81, months),
    collaborative: outcome(77, months),
  };
  const difference = (low: number, middle: number, high: number): DifferenceBands => ({
    ...flat(low, middle, high, months),
    better,
    tied,
  });
  const sign = tied === 1 ? 0 : Math.sign(lasting[1]);
  return {
    accord: '0',
    population: 'p',
    seed: 's',
    replicates: 100,
    months: Array.from({ length: months }, (_, month) => month),
    baseline: 'base',
    scenarios: { base: { outcomes, digest: '' }, mine: { outcomes, digest: '' } },
    differences: {
      mine: {
        lasting: difference(...lasting),
        collaborative: difference(...lasting),
        cost: difference(36e6, 36e6, 36e6),
        apiGain: difference(sign, 6 * sign, 14 * sign),
      },
    },
  };
}

test('the headline says in how many futures, how many districts, at what cost and what it may mean', () => {
  expect(headline(document([24, 41, 60], 0.83), 'mine', 'July 2022')).toBe(
    'In 83 of 100 simulated futures more districts reach lasting collaboration by July 2022 with mine than with base: ' +
      "41 more of 327 (+24 to +60 in 90 of 100), at $0.88 M each. If the study's association is causal (26 schools, " +
      'one district), API-equivalent scores are 6.0 points higher on average, between +1.0 and +14 in 90 of 100.',
  );
});

test('a loss is called a loss, and has no price each', () => {
  const text = headline(document([-60, -41, -24], 0.02), 'mine', 'July 2022');
  expect(text).toContain('41 fewer of 327 (-60 to -24 in 90 of 100), at $36 M in all.');
  expect(text).toContain('6.0 points lower');
});

test('worlds that do not differ are said not to differ', () => {
  expect(headline(document([0, 0, 0], 0, 1), 'mine', 'July 2022')).toContain('do not differ');
});

test('before collaboration can last, the headline counts collaborative districts', () => {
  const text = headline(document([1, 2, 3], 0.9, 0, 25), 'mine', 'July 2014');
  expect(text).toContain('more districts are collaborative by July 2014');
});

test('rounding never claims certainty', () => {
  expect([1, 0.999, 0.5, 0.001, 0].map(outOf100)).toEqual([
    '100 of 100',
    'more than 99 of 100',
    '50 of 100',
    'fewer than 1 of 100',
    '0 of 100',
  ]);
});

test('a cost is given for gains only', () => {
  expect(costPer(document([24, 41, 60], 0.83), 'mine').join()).toContain(
    '$0.88 M a district more in lasting',
  );
  expect(costPer(document([-60, -41, -24], 0), 'mine')).toEqual([]);
});
