import { expect, test } from 'vitest';
import { splitVariance } from '../../../engine/analysis/index.js';
import { varianceComponents } from '../../../engine/statistics/index.js';
import { inProcess } from '../../../engine/ensemble/index.js';
import { InputError } from '../../../engine/input/index.js';
import { loadScenario } from '../../../engine/scenario/index.js';

test('components of variance of a layout done by hand', () => {
  // Means 2 and 6, squares within 2 + 2 of 2 degrees of freedom, mean square between 16.
  expect(
    varianceComponents([
      [1, 3],
      [5, 7],
    ]),
  ).toEqual({ between: 7, within: 2 });
});

test('a layout without luck is all between its groups, one without groups all within', () => {
  expect(
    varianceComponents([
      [1, 1],
      [4, 4],
      [7, 7],
    ]),
  ).toEqual({ between: 9, within: 0 });
  expect(
    varianceComponents([
      [1, 3],
      [3, 1],
      [1, 3],
    ]).between,
  ).toBe(0);
});

test('fewer than two groups or repeats are refused', () => {
  expect(() => varianceComponents([[1, 2]])).toThrow(InputError);
  expect(() => varianceComponents([[1], [2]])).toThrow(InputError);
});

test('every outcome’s variance is split, month by month, and its parts add up', async () => {
  const scenario = { ...loadScenario('mep'), years: 1 };
  const seen: number[] = [];
  const split = await splitVariance(
    { scenario, population: 'massachusetts', seed: 'split', replicates: 60, processes: 3 },
    inProcess(),
    { onProgress: ({ done, total }) => void seen.push(done / total) },
  );
  expect(split).toMatchObject({ draws: 20, processes: 3 });
  expect(seen.at(-1)).toBe(1);
  for (const [id, series] of Object.entries(split.outcomes)) {
    expect(series.parameterShare, id).toHaveLength(13);
    series.parameterShare.forEach((share, month) => {
      const [parameters, luck] = [series.parameterVariance[month]!, series.processVariance[month]!];
      if (parameters + luck === 0) expect(share).toBeNull();
      else expect(share).toBeCloseTo(parameters / (parameters + luck), 12);
    });
  }
  // Over a whole state luck averages out of quality, and the assumed levels remain.
  expect(split.outcomes['partnershipQuality']!.parameterShare[0]).toBeGreaterThan(0.5);
});
