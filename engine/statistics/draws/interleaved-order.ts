import { requireCount } from '../../input/index.js';
import { maximumSobolDimensions, sobolSequence } from './sobol-sequence.js';

/** Sobol points visited for each combination before the rest is appended; nearly all are met by then. */
const patience = 8;
const chunk = 256;

/**
 * The order in which to run a factorial design so that a partial sweep already covers the space.
 *
 * Walks a Sobol sequence and takes each combination when a point first falls in its cell, so that every start of the
 * order spreads over all factors at once. A list without factors is one factor: `interleavedOrder([runs])`.
 *
 * @param levels number of levels of each factor, 1 or more
 * @returns the combinations' indices in `factorial` (last factor fastest), each once, in running order
 * @throws InputError when a number of levels is not a positive integer
 */
export function interleavedOrder(levels: readonly number[]): Uint32Array {
  levels.forEach((count, factor) => requireCount(`levels[${factor}]`, count, 1));
  const total = levels.reduce((product, count) => product * count, 1);
  const order = new Set<number>();
  const walked = Math.min(levels.length, maximumSobolDimensions);
  for (let start = 0; walked > 0 && order.size < total && start < patience * total; start += chunk) {
    for (const point of sobolSequence(chunk, walked, { skip: start })) {
      order.add(
        levels.reduce((cell, count, factor) => cell * count + Math.floor((point[factor] ?? 0) * count), 0),
      );
    }
  }
  for (let cell = 0; cell < total; cell++) order.add(cell);
  return Uint32Array.from(order);
}
