import fc from 'fast-check';
import { expect, test } from 'vitest';
import { outcomes } from '../../engine/model/outcomes/index.js';
import type { Unit } from '../../engine/model/unit.js';
import {
  formatCount,
  formatDifference,
  formatDollars,
  formatFigure,
} from '../../engine/cli/report/format-figure.js';

/** The unit of an outcome, by its words. */
const units = new Map<string, Unit>(outcomes.map(({ unit }) => [unit.words, unit]));

test.each([
  [0, 'dollars', '$0'],
  [934, 'dollars', '$930'],
  [93_400, 'dollars', '$93,000'],
  [934_000, 'dollars', '$0.93 M'],
  [16_300_000, 'dollars', '$16 M'],
  [1_230_000_000, 'dollars', '$1.2 bn'],
  [-5_432, 'dollars', '-$5,400'],
  [41.4, 'districts', '41'],
  [444_437, 'students', '444,000'],
  [9_999, 'students', '9,999'],
  [0.178, 'share of possible ties between educators', '17.8%'],
  [0.0069, 'share of possible ties between districts', '0.69%'],
  [5.81, 'points', '5.8'],
  [0.0456, 'standard deviations of schools', '0.046'],
  [679.3, 'points (200 to 1000)', '679'],
  [2.624, 'points on a scale of 1 to 4', '2.62'],
  [1e-9, 'points', '0'],
])('%d %s is written %s', (value, unit, text) => {
  expect(formatFigure(value, units.get(unit)!)).toBe(text);
});

test.each([
  [41.4, 'districts', '+41'],
  [-0.3, 'districts', '0'],
  [0.021, 'share of possible ties between educators', '+2.1'],
  [-5.81, 'points', '-5.8'],
  [16_300_000, 'dollars', '+$16 M'],
  [0, 'points', '0'],
])('a difference of %d %s is written %s', (value, unit, text) => {
  expect(formatDifference(value, units.get(unit)!)).toBe(text);
});

test('dollars and counts stay within a twentieth of the figure, with at most three digits that mean something', () => {
  fc.assert(
    fc.property(fc.double({ min: 100, max: 1e11, noNaN: true }), (value) => {
      const dollars = formatDollars(value);
      const scale = dollars.endsWith('bn') ? 1e9 : dollars.endsWith('M') ? 1e6 : 1;
      const shown = Number(dollars.replace(/[^\d.]/g, '')) * scale;
      expect(Math.abs(shown / value - 1)).toBeLessThanOrEqual(0.0501);
      expect(Math.abs(Number(formatCount(value).replaceAll(',', '')) / value - 1)).toBeLessThanOrEqual(
        0.0051,
      );
    }),
  );
});
