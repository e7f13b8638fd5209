import { requireInput } from '../../input/index.js';
import { square } from '../estimate/square.js';

/**
 * How many equally weighted draws are worth as much as these weighted ones: (sum w)^2 / sum w^2.
 *
 * Source: Kish, Survey Sampling (1965), section 8.2.
 *
 * @param weights 0 or more, in any scale, not all 0
 * @returns between 1 and the number of weights
 * @throws InputError when no weight is positive or one is negative or not finite
 */
export function effectiveSampleSize(weights: ArrayLike<number>): number {
  const values = Array.from(weights);
  const sum = values.reduce((total, weight) => total + weight, 0);
  const holds = sum > 0 && values.every((weight) => weight >= 0 && Number.isFinite(weight));
  requireInput(
    holds,
    'weights',
    values.join(', '),
    'must be 0 or more, not all 0',
    'normalise before this call',
  );
  return 1 / values.reduce((total, weight) => total + square(weight / sum), 0);
}
