import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fixedDesign } from '../../../engine/statistics/estimate/fixed-design.js';
import { leastSquares } from '../../../engine/statistics/estimate/least-squares.js';

test('it finds what least squares finds, for any response', () => {
  const rows = Array.from({ length: 30 }, (_, i) => [700 + 13 * ((i * 7) % 11), i % 3 === 0 ? 1 : 0, i]);
  const fit = fixedDesign(rows);
  const number = fc.double({ min: -1000, max: 1000, noNaN: true });
  fc.assert(
    fc.property(fc.array(number, { minLength: 30, maxLength: 30 }), (response) => {
      const expected = leastSquares(rows, response);
      const found = fit(response);
      expected.coefficients.forEach(({ value }, column) => {
        expect(found.coefficients[column]).toBeCloseTo(value, 5);
      });
      expect(found.residualSd).toBeCloseTo(expected.residualSd, 6);
      expect([...found.residuals]).toEqual(
        [...expected.residuals].map((rest) => expect.closeTo(rest, 5) as number),
      );
    }),
    { numRuns: 50 },
  );
});
