import { requireInput } from '../../input/index.js';
import { square } from '../estimate/square.js';

/** Variance of a quantity by where it comes from, in its unit squared. */
export interface VarianceComponents {
  /** Between groups: what differs from group to group in the long run. */
  readonly between: number;
  /** Within groups. */
  readonly within: number;
}

/**
 * Unbiased components of variance of a balanced one-way layout: mean squares within, and those between less the share of
 * them that is within.
 *
 * Source: Searle, Casella and McCulloch, Variance Components (1992), section 3.6. A negative estimate is told as 0.
 *
 * @param values shape [group][repeat], two or more of each
 * @throws InputError when there are fewer
 */
export function varianceComponents(values: readonly ArrayLike<number>[]): VarianceComponents {
  const groups = values.length;
  const repeats = values[0]?.length ?? 0;
  const holds = groups >= 2 && repeats >= 2 && values.every((group) => group.length === repeats);
  const rule = 'must be two or more groups of equally many values, two or more';
  requireInput(holds, 'values', `${groups} groups of ${repeats}`, rule, 'simulate more');
  const means = values.map((group) => Array.from(group).reduce((sum, x) => sum + x, 0) / repeats);
  const grand = means.reduce((sum, mean) => sum + mean, 0) / groups;
  const squaresWithin = values.reduce(
    (sum, group, g) => sum + Array.from(group).reduce((part, x) => part + square(x - means[g]!), 0),
    0,
  );
  const within = squaresWithin / (groups * (repeats - 1));
  const meanSquareBetween =
    (repeats * means.reduce((sum, mean) => sum + square(mean - grand), 0)) / (groups - 1);
  return { between: Math.max(0, (meanSquareBetween - within) / repeats), within };
}
