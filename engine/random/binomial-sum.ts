import { normalQuantile } from './maths.js';
import { uniform } from './draw.js';

const exactBelow = 64;

/** Quantile table of the standard normal at (i)/4096, and of its lowest 1/4096 in turn. */
const cells = 4096;
const middle = Float64Array.from({ length: cells + 1 }, (_, i) =>
  normalQuantile(Math.min(Math.max(i / cells, 1 / cells), 1 - 1 / cells)),
);
const tail = Float64Array.from({ length: cells + 1 }, (_, i) =>
  normalQuantile((i === 0 ? 0.25 : i) / cells / cells),
);

function smoothNormal(u: number): number {
  const cell = u >>> 20;
  if (cell === 0) return interpolate(tail, u);
  if (cell === cells - 1) return -interpolate(tail, 4294967295 - u);
  return interpolateCell(cell, u & 0xfffff);
}

function interpolateCell(cell: number, rest: number): number {
  const below = middle[cell] ?? 0;
  return below + ((rest + 0.5) / 1048576) * ((middle[cell + 1] ?? 0) - below);
}

function interpolate(table: Float64Array, u: number): number {
  const cell = u >>> 8;
  const below = table[cell] ?? 0;
  return below + (((u & 255) + 0.5) / 256) * ((table[cell + 1] ?? 0) - below);
}

const chances = new Float64Array(exactBelow + 1);

/**
 * One draw of Binomial(trials1, p1) + Binomial(trials2, p2), from one uniform, by its quantile function.
 */
export function binomialSum(trials1: number, p1: number, trials2: number, p2: number, u: number): number {
  const total = trials1 + trials2;
  if (total < exactBelow) return invertExactly(trials1, p1, trials2, p2, u);
  const v1 = trials1 * p1 * (1 - p1);
  const v2 = trials2 * p2 * (1 - p2);
  const variance = v1 + v2;
  const mean = trials1 * p1 + trials2 * p2;
  if (variance < 1e-12) return Math.round(mean);
  const sd = Math.sqrt(variance);
  const skewness = (v1 * (1 - 2 * p1) + v2 * (1 - 2 * p2)) / (variance * sd);
  const z = smoothNormal(u);
  const x = Math.round(mean + sd * (z + (skewness / 6) * (z * z - 1)));
  return x < 0 ? 0 : x > total ? total : x;
}

function invertExactly(trials1: number, p1: number, trials2: number, p2: number, u: number): number {
  chances.fill(0);
  chances[0] = 1;
  for (let trial = 0; trial < trials1 + trials2; trial++) {
    const p = trial < trials1 ? p1 : p2;
    for (let k = trial + 1; k > 0; k--) {
      chances[k] = (chances[k] ?? 0) * (1 - p) + (chances[k - 1] ?? 0) * p;
    }
    chances[0] = (chances[0] ?? 0) * (1 - p);
  }
  const target = uniform(u);
  let sum = 0;
  for (let k = 0; k < trials1 + trials2; k++) {
    sum += chances[k] ?? 0;
    if (target < sum) return k;
  }
  return trials1 + trials2;
}
