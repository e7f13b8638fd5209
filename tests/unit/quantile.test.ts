import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMonth, countBetter, emptyBands } from '../../engine/ensemble/bands.js';
import { meanOf, quantileNames, sortedQuantile } from '../../engine/ensemble/index.js';

const numbers = fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 200 });

describe('quantiles of type 7', () => {
  test('agree with R: quantile(c(1, 2, 4, 8, 16), c(.05, .25, .5, .75, .95))', () => {
    const sorted = Float64Array.of(1, 2, 4, 8, 16);
    const found = quantileNames.map((name) => sortedQuantile(sorted, name));
    [1.2, 2, 4, 8, 14.4].forEach((value, index) => expect(found[index]).toBeCloseTo(value, 12));
  });

  test('of a single value are that value', () => {
    for (const name of quantileNames) expect(sortedQuantile(Float64Array.of(7), name)).toBe(7);
  });

  test('lie in order, between the lowest and the highest value', () => {
    fc.assert(
      fc.property(numbers, (values) => {
        const sorted = Float64Array.from(values).sort();
        const found = [
          sorted[0]!,
          ...quantileNames.map((name) => sortedQuantile(sorted, name)),
          sorted.at(-1)!,
        ];
        for (let i = 1; i < found.length; i++) expect(found[i]).toBeGreaterThanOrEqual(found[i - 1]!);
      }),
    );
  });
});

describe('the mean', () => {
  test('of equal values is that value, to the last bit', () => {
    for (const value of [0.1, 1 / 3, 1e-300, 123456.789]) {
      expect(meanOf(new Float64Array(1000).fill(value))).toBe(value);
    }
  });

  test('keeps small values beside large ones that cancel', () => {
    expect(meanOf(Float64Array.of(1e17, 1, -1e17, 1))).toBe(0.5);
  });
});

test('the order of replicates moves no quantile', () => {
  fc.assert(
    fc.property(numbers, (values) => {
      const [one, two] = [emptyBands(), emptyBands()];
      addMonth(one, Float64Array.from(values));
      addMonth(two, Float64Array.from(values).reverse());
      for (const name of quantileNames) expect(one[name]).toEqual(two[name]);
    }),
  );
});

test('better and tied are shares of replicates, by the direction of the outcome', () => {
  const differences = Float64Array.of(-2, -1, 0, 3);
  expect(countBetter(differences, 'higher')).toEqual({ better: 0.25, tied: 0.25 });
  expect(countBetter(differences, 'lower')).toEqual({ better: 0.5, tied: 0.25 });
  expect(countBetter(differences, 'none')).toEqual({ better: null, tied: 0.25 });
});
