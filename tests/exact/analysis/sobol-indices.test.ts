import { describe, expect, it } from 'vitest';
import { saltelliSample } from '../../../engine/statistics/sensitivity/saltelli-sample.js';
import { sobolIndices } from '../../../engine/statistics/sensitivity/sobol-indices.js';
import { gFunction, gIndices, ishigami } from './functions.js';

const bootstrap = { seed: 'intervals', resamples: 200 };

describe("Ishigami's function", () => {
  const sample = saltelliSample(3, { seed: 'ishigami', base: 4096 });
  const indices = sobolIndices(sample, sample.points.map(ishigami), bootstrap);

  it('has its published first-order indices', () => {
    [0.3139, 0.4424, 0].forEach((share, i) => expect(indices.first[i]!.value).toBeCloseTo(share, 2));
  });

  it('has its published total indices', () => {
    [0.5576, 0.4424, 0.2437].forEach((share, i) => expect(indices.total[i]!.value).toBeCloseTo(share, 2));
  });

  it('has one interaction, of factors 1 and 3', () => {
    const share = (a: number, b: number) =>
      indices.second.find((pair) => pair.a === a && pair.b === b)!.value;
    expect(share(0, 2)).toBeCloseTo(0.2437, 2);
    expect(Math.abs(share(0, 1))).toBeLessThan(0.01);
    expect(Math.abs(share(1, 2))).toBeLessThan(0.01);
  });

  it('has the variance a^2/8 + b pi^4/5 + b^2 pi^8/18 + 1/2', () => {
    const variance = 49 / 8 + (0.1 * Math.PI ** 4) / 5 + (0.01 * Math.PI ** 8) / 18 + 0.5;
    expect(indices.variance / variance).toBeCloseTo(1, 2);
  });

  it('lies in its own intervals', () => {
    for (const index of [...indices.first, ...indices.total, ...indices.second]) {
      expect(index.low).toBeLessThanOrEqual(index.value);
      expect(index.high).toBeGreaterThanOrEqual(index.value);
    }
  });
});

describe("Sobol's g-function", () => {
  const a = [0, 1, 4.5, 9, 99, 99, 99, 99];
  it.each([true, false])('has its closed-form indices (second order %s)', (secondOrder) => {
    const sample = saltelliSample(8, { seed: 'g', base: 4096, secondOrder });
    const indices = sobolIndices(sample, sample.points.map(gFunction(a)), bootstrap);
    const { first, total } = gIndices(a);
    a.forEach((_, i) => {
      expect(Math.abs(indices.first[i]!.value - first[i]!)).toBeLessThan(0.015);
      expect(Math.abs(indices.total[i]!.value - total[i]!)).toBeLessThan(0.015);
    });
  });
});
