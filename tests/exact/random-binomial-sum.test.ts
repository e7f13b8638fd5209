import { describe, expect, test } from 'vitest';
import { binomialSum } from '../../engine/random/index.js';

/** Chances of each count, by adding one trial at a time: exact but for rounding, and unlike the sampler's own way. */
function exactChances(trials1: number, p1: number, trials2: number, p2: number): Float64Array {
  const chances = new Float64Array(trials1 + trials2 + 1);
  chances[0] = 1;
  for (let trial = 0; trial < trials1 + trials2; trial++) {
    const p = trial < trials1 ? p1 : p2;
    for (let count = trial + 1; count > 0; count--) {
      chances[count] = chances[count]! * (1 - p) + chances[count - 1]! * p;
    }
    chances[0] *= 1 - p;
  }
  return chances;
}

/** Chances of each count under the sampler, over all 2^32 draws: bisection finds where each count ends. */
function sampledChances(trials1: number, p1: number, trials2: number, p2: number): Float64Array {
  const chances = new Float64Array(trials1 + trials2 + 1);
  let start = 0;
  for (let count = 0; count < chances.length && start < 2 ** 32; count++) {
    let low = start;
    let high = 2 ** 32;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (binomialSum(trials1, p1, trials2, p2, middle) <= count) low = middle + 1;
      else high = middle;
    }
    chances[count] = (low - start) / 2 ** 32;
    start = low;
  }
  return chances;
}

interface Errors {
  readonly kolmogorov: number;
  /** In standard deviations. */
  readonly mean: number;
  /** Relative. */
  readonly variance: number;
}

function moments(chances: Float64Array): { mean: number; variance: number } {
  const mean = chances.reduce((sum, chance, count) => sum + chance * count, 0);
  return { mean, variance: chances.reduce((sum, chance, count) => sum + chance * (count - mean) ** 2, 0) };
}

function errors(...arguments_: readonly [number, number, number, number]): Errors {
  const exact = exactChances(...arguments_);
  const sampled = sampledChances(...arguments_);
  let difference = 0;
  let kolmogorov = 0;
  exact.forEach((chance, count) => {
    difference += chance - sampled[count]!;
    kolmogorov = Math.max(kolmogorov, Math.abs(difference));
  });
  const [a, b] = [moments(exact), moments(sampled)];
  return {
    kolmogorov,
    mean: (b.mean - a.mean) / Math.sqrt(a.variance || 1),
    variance: a.variance > 1e-9 ? b.variance / a.variance - 1 : b.variance,
  };
}

const large: [number, number, number, number][] = [];
for (const trials of [190, 600, 3000]) {
  for (const p1 of [0.05, 0.2, 0.6]) {
    for (const p2 of [0.05, 0.3, 0.6])
      large.push([Math.round(trials * 0.7), p1, Math.round(trials * 0.3), p2]);
  }
}

test.each(large)('Binomial(%d, %d) + Binomial(%d, %d): the errors that the docstring states', (...sum) => {
  const { kolmogorov, mean, variance } = errors(...sum);
  expect(kolmogorov).toBeLessThan(0.0005);
  expect(Math.abs(mean)).toBeLessThan(0.0001);
  expect(Math.abs(variance)).toBeLessThan(0.0005);
});

test.each([
  [60, 0.11, 4, 0.05],
  [40, 0.3, 20, 0.4],
  [3000, 0.0014, 10, 0.9],
  [40, 0.05, 15, 0.6],
  [3000, 1, 20, 0.3],
  [63, 0.1, 0, 0.9],
])('just above the variance from which it approximates: Binomial(%d, %d) + Binomial(%d, %d)', (...sum) => {
  expect(errors(...sum).kolmogorov).toBeLessThan(0.001);
});

describe('small variances are inverted exactly', () => {
  test.each([
    [0, 0.5, 0, 0.5],
    [1, 0.3, 0, 0.5],
    [3, 0.5, 3, 0.5],
    [15, 0.1, 6, 0.4],
    [20, 1, 7, 0],
    [12, 0.97, 9, 0.02],
    [3000, 0.999, 500, 0.001],
    [3000, 1, 15, 0.3],
    [40, 0.1, 0, 0.9],
  ])('Binomial(%d, %d) + Binomial(%d, %d)', (...sum) => {
    const { kolmogorov, mean, variance } = errors(...sum);
    expect(kolmogorov).toBeLessThan(1e-9);
    expect(Math.abs(mean)).toBeLessThan(1e-7);
    expect(Math.abs(variance)).toBeLessThan(1e-5);
  });
});
