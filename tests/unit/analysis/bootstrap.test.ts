import { describe, expect, it } from 'vitest';
import { addressedUniform, shuffledIndices } from '../../../engine/statistics/draws/addressed-uniform.js';
import { bootstrapInterval } from '../../../engine/statistics/estimate/bootstrap-interval.js';
import { gelmanRubin } from '../../../engine/statistics/calibrate/gelman-rubin.js';
import { quantile } from '../../../engine/statistics/estimate/quantile.js';
import { rankAmong, rankHistogram } from '../../../engine/statistics/calibrate/rank-histogram.js';
import { normalQuantile } from '../../../engine/random/index.js';

const draw = addressedUniform('bootstrap test', 'values');
const normals = (run: number, count: number) =>
  Float64Array.from({ length: count }, (_, index) => normalQuantile(draw(0, run, index)));
const meanOf = (values: Float64Array) => values.reduce((sum, x) => sum + x, 0) / values.length;

describe('a bootstrap interval', () => {
  it('has the error of a mean', () => {
    const { standardError, value, low, high } = bootstrapInterval(normals(0, 400), meanOf, { seed: 'mean' });
    expect(Math.abs(standardError - 0.05)).toBeLessThan(0.006);
    expect(high - low).toBeCloseTo(2 * 1.645 * standardError, 1);
    expect(low).toBeLessThan(value);
    expect(high).toBeGreaterThan(value);
  });

  it('covers the truth about as often as its level says', () => {
    const covered = Array.from({ length: 300 }, (_, run) => {
      const options = { seed: `cover ${run}`, resamples: 200, level: 0.8 };
      const { low, high } = bootstrapInterval(normals(1 + run, 60), meanOf, options);
      return low <= 0 && high >= 0;
    });
    expect(Math.abs(covered.filter(Boolean).length / 300 - 0.8)).toBeLessThan(0.07);
  });

  it('refuses a level outside 0..1 and an empty list', () => {
    expect(() => bootstrapInterval([1, 2], meanOf, { seed: 'x', level: 90 })).toThrow(
      /level: 90 must be between 0 and 1/,
    );
    expect(() => bootstrapInterval([], meanOf, { seed: 'x' })).toThrow(/count: 0 must be/);
  });
});

describe('R-hat', () => {
  it('is 1 for runs that agree and large for runs that do not', () => {
    const runs = [1, 2, 3, 4].map((run) => normals(1000 + run, 2000));
    expect(gelmanRubin(runs)).toBeCloseTo(1, 2);
    expect(gelmanRubin(runs.map((run, at) => run.map((x) => x + at)))).toBeGreaterThan(1.5);
  });

  it('knows runs without spread', () => {
    expect(
      gelmanRubin([
        [2, 2],
        [2, 2],
      ]),
    ).toBe(1);
    expect(
      gelmanRubin([
        [1, 1],
        [2, 2],
      ]),
    ).toBe(Infinity);
  });

  it('refuses runs of different sizes', () => {
    expect(() => gelmanRubin([[1, 2], [1]])).toThrow(/runs.*'2, 1' must be two or more/);
  });
});

describe('a rank histogram', () => {
  it('counts ranks in equal bins', () => {
    expect(rankAmong(0.5, [0.1, 0.9, 0.2])).toBe(2);
    const { counts, chiSquare, p } = rankHistogram([0, 1, 2, 3, 4, 5, 6, 7], 7, 4);
    expect([...counts]).toEqual([2, 2, 2, 2]);
    expect([chiSquare, p]).toEqual([0, 1]);
  });

  it('has the tabulated p value', () => {
    // Chi-square 3.841 on one degree of freedom is the 5 percent point: 100 ranks, 59.8 to 40.2; here 60 to 40 gives 4.
    const ranks = Array.from({ length: 100 }, (_, index) => Number(index < 60));
    expect(rankHistogram(ranks, 1, 2).p).toBeCloseTo(0.0455, 4);
  });

  it('refuses draws that do not fill the bins equally', () => {
    expect(() => rankHistogram([1], 100, 20)).toThrow(
      /draws: 100 must be one less than a multiple of 20.*draw 99/,
    );
  });
});

describe('quantiles', () => {
  it('are those of R', () => {
    const sorted = [1, 2, 4, 8];
    [1, 1.75, 3, 6.8, 8].forEach((value, at) =>
      expect(quantile(sorted, [0, 0.25, 0.5, 0.9, 1][at]!)).toBeCloseTo(value, 12),
    );
    expect(quantile([], 0.5)).toBeNaN();
    expect(quantile([Infinity, Infinity], 0.5)).toBe(Infinity);
  });
});

describe('addressed uniforms', () => {
  it('do not depend on the order of the calls', () => {
    const [a, b] = [addressedUniform('s', 'n'), addressedUniform('s', 'n')];
    const forwards = [a(0, 0, 0), a(0, 1, 0), a(1, 0, 5)];
    expect([b(1, 0, 5), b(0, 1, 0), b(0, 0, 0)].reverse()).toEqual(forwards);
    expect(addressedUniform('s', 'other')(0, 0, 0)).not.toBe(forwards[0]);
  });

  it('shuffle every index once', () => {
    expect([...shuffledIndices(30, (index) => draw(1, 0, index))].sort((x, y) => x - y)).toEqual([
      ...Array(30).keys(),
    ]);
  });
});
