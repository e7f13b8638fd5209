import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apportion } from '../../engine/population/apportion.js';
import { shiftLogOdds } from '../../engine/population/shift-log-odds.js';

const weights = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 40 });

test('parts are whole, sum to the total and reach the minimum', () => {
  fc.assert(
    fc.property(weights, fc.nat(1_000_000), fc.nat(5), (list, extra, minimum) => {
      const total = minimum * list.length + extra;
      const parts = apportion(total, list, minimum);
      expect(parts.every((part) => Number.isInteger(part) && part >= minimum)).toBe(true);
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total);
    }),
  );
});

test('a larger weight never gets a smaller part, beyond one unit of rounding', () => {
  fc.assert(
    fc.property(weights, fc.nat(1_000_000), (list, total) => {
      const parts = apportion(total, list);
      for (const [i, a] of list.entries())
        for (const [j, b] of list.entries())
          if (a > b) expect(parts[i]! - parts[j]!).toBeGreaterThanOrEqual(-1);
    }),
  );
});

test('shifted shares keep their order and reach the mean', () => {
  const logOdds = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(logOdds, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (list, mean) => {
      const shares = shiftLogOdds(Float64Array.from(list), new Float64Array(list.length).fill(1), mean);
      expect(shares.reduce((sum, share) => sum + share, 0) / list.length).toBeCloseTo(mean, 9);
      for (const [i, a] of list.entries())
        for (const [j, b] of list.entries()) if (a > b) expect(shares[i]).toBeGreaterThanOrEqual(shares[j]!);
    }),
  );
});
