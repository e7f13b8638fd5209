import fc from 'fast-check';
import { expect, test } from 'vitest';
import { outcomes } from '../../engine/model/outcomes/index.js';
import { districts, dollars, points, type Unit } from '../../engine/model/unit.js';
import {
  formatBand,
  formatDifference,
  formatDifferenceBand,
  formatTick,
  formatValue,
  outOf100,
} from '../../engine/telling/format-value.js';

/** The unit of an outcome, by its words. */
const units = new Map<string, Unit>(outcomes.map(({ unit }) => [unit.words, unit]));
const share = { kind: 'share', words: 'share' } as const;

test.each([
  [0, 'dollars', '$0'],
  [93, 'dollars', '$93'],
  [934, 'dollars', '$930'],
  [93_400, 'dollars', '$93,000'],
  [-231_234, 'dollars', '−$230,000'],
  [934_000, 'dollars', '$930,000'],
  [996_000, 'dollars', '$1.0 M'],
  [16_300_000, 'dollars', '$16 M'],
  [1_230_000_000, 'dollars', '$1.2 bn'],
  [-5_432, 'dollars', '−$5,400'],
  [41.4, 'districts', '41'],
  [444_437, 'students', '444,000'],
  [9_999, 'students', '9,999'],
  [0.178, 'share of possible ties between educators', '18%'],
  [0.0069, 'share of possible ties between districts', '0.69%'],
  [5.81, 'points', '5.8'],
  [0.023, 'points', '0.0'],
  [0.0456, 'standard deviations of schools', '0.046'],
  [679.3, 'points (200 to 1000)', '679'],
  [2.624, 'points on a scale of 1 to 4', '2.62'],
  [1e-9, 'points', '0'],
  [NaN, 'points', 'unknown'],
])('%d %s is written %s', (value, unit, text) => {
  expect(formatValue(value, units.get(unit)!)).toBe(text);
});

test.each([
  [41.4, 'districts', '+41'],
  [-0.3, 'districts', '0'],
  [0.021, 'share of possible ties between educators', '+2.1'],
  [-5.81, 'points', '−5.8'],
  [0.023, 'points', '0.0'],
  [16_300_000, 'dollars', '+$16 M'],
  [0, 'points', '0'],
])('a difference of %d %s is written %s', (value, unit, text) => {
  expect(formatDifference(value, units.get(unit)!)).toBe(text);
});

test.each([
  [[460_000, 1_200_000, 2_340_000], dollars, '$1.2 M [$0.5 M to $2.3 M]'],
  [[460_000, 550_000, 1_234_000], dollars, '$550,000 [$460,000 to $1,230,000]'],
  [[24.2, 41, 60], districts, '41 [24 to 60]'],
  [[0.04, 0.18, 0.252], share, '18% [4% to 25%]'],
  [[34.9, 35, 35.2], districts, '35'],
] as const)(
  'the middle of a band of %j decides unit and decimals of all three',
  ([low, middle, high], unit, text) => {
    expect(formatBand({ low, middle, high }, unit)).toBe(text);
  },
);

test.each([
  [[34.9, 35, 35.2], districts, '+35'],
  [[0.01, 0.02, 0.035], share, '+2.0 points [+1.0 to +3.5]'],
  [[-0.21, 0.02, 14.2], points, '0.0 [−0.2 to +14.2]'],
  [[-2e6, 0, 3e6], dollars, '$0.0 M [−$2.0 M to +$3.0 M]'],
] as const)('so does that of differences of %j', ([low, middle, high], unit, text) => {
  expect(formatDifferenceBand({ low, middle, high }, unit)).toBe(text);
});

test('a band has one unit and one count of decimals, whatever its figures', () => {
  const figure = fc.double({ min: -1e10, max: 1e10, noNaN: true });
  const all = fc.constantFrom<Unit>(dollars, districts, points, share, ...units.values());
  fc.assert(
    fc.property(figure, figure, figure, all, (low, middle, high, unit) => {
      for (const text of [formatBand, formatDifferenceBand].map((write) =>
        write({ low, middle, high }, unit),
      )) {
        const cells = text
          .replace(' points', '')
          .split(/ \[| to |\]/)
          .filter((part) => part !== '');
        expect(
          new Set(cells.map((cell) => cell.replace(/[−+\d,]|(?<=\.)\d+/g, '').replace(/^\./, '.'))),
        ).toHaveProperty('size', 1);
        expect(new Set(cells.map((cell) => (/\.(\d+)/.exec(cell)?.[1] ?? '').length)).size).toBe(1);
      }
    }),
  );
});

test('dollars and counts stay within a twentieth of the figure', () => {
  fc.assert(
    fc.property(fc.double({ min: 100, max: 1e11, noNaN: true }), (value) => {
      const text = formatValue(value, dollars);
      const scale = text.endsWith('bn') ? 1e9 : text.endsWith('M') ? 1e6 : 1;
      const shown = Number(text.replace(/[^\d.]/g, '')) * scale;
      expect(Math.abs(shown / value - 1)).toBeLessThanOrEqual(0.0501);
      const count = Number(formatValue(value, districts).replaceAll(',', ''));
      expect(Math.abs(count / value - 1)).toBeLessThanOrEqual(0.0051);
    }),
  );
});

test('a figure along an axis ends in no zeros after its point', () => {
  expect(['2.0', '+$1.0 M', '0.50%', '2.05', '100', '$1,000'].map(formatTick)).toEqual([
    '2',
    '+$1 M',
    '0.5%',
    '2.05',
    '100',
    '$1,000',
  ]);
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
