import { addressedUniform, shuffledIndices } from './addressed-uniform.js';
import { requireCount } from '../../input/index.js';

/**
 * Latin hypercube sample: in each dimension exactly one point in each of `count` equal slices, uniform within it.
 *
 * Each dimension has its own draws, so one more dimension leaves the others' columns as they were.
 *
 * Source: McKay, Beckman and Conover, "A comparison of three methods for selecting values of input variables in the
 * analysis of output from a computer code", Technometrics 21 (1979), 239-245.
 *
 * @param count points, 1 or more
 * @param dimensions 1 or more
 * @param seed any non-empty text
 * @returns `count` points, each of `dimensions` coordinates in (0, 1)
 * @throws InputError when a count is not a positive integer
 */
export function latinHypercube(count: number, dimensions: number, seed: string): Float64Array[] {
  requireCount('count', count, 1);
  requireCount('dimensions', dimensions, 1);
  const place = addressedUniform(seed, 'latin hypercube place');
  const slice = addressedUniform(seed, 'latin hypercube slice');
  const slices = Array.from({ length: dimensions }, (_, dimension) =>
    shuffledIndices(count, (point) => slice(0, dimension, point)),
  );
  return Array.from({ length: count }, (_, point) =>
    Float64Array.from(
      slices,
      (order, dimension) => ((order[point] ?? 0) + place(0, dimension, point)) / count,
    ),
  );
}
