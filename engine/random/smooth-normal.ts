import { normalQuantile } from './maths.js';

const cells = 4096;

/** Quantiles at the edges of the lower 2,048 of 4,096 cells; the lowest cell is cut in 4,096 again. */
const body = Float64Array.from({ length: cells / 2 + 1 }, (_, edge) =>
  normalQuantile(Math.max(edge, 1) / cells),
);
const tail = Float64Array.from({ length: cells + 1 }, (_, edge) =>
  normalQuantile(Math.max(edge, 0.25) / (cells * cells)),
);

/**
 * Standard normal quantile of all 32 bits of a draw, interpolated in two tables: where the 4,096 values of
 * `normalTable` are too coarse, as for counts of a thousand.
 *
 * Rising in `u` and odd about the middle. Against the quantile the error is below 0.0001 for |z| < 2.3, 0.016 for |z| < 5,
 * where one draw in two million lies beyond.
 *
 * @param u uint32 of `draw`
 */
export function smoothNormal(u: number): number {
  return u < 2147483648 ? lowerHalf(u) : -lowerHalf(4294967295 - u);
}

function lowerHalf(u: number): number {
  const cell = u >>> 20;
  if (cell === 0) return interpolate(tail, u >>> 8, ((u & 0xff) + 0.5) / 256);
  return interpolate(body, cell, ((u & 0xfffff) + 0.5) / 1048576);
}

function interpolate(table: Float64Array, cell: number, part: number): number {
  const below = table[cell]!;
  return below + part * (table[cell + 1]! - below);
}
