import { quantile } from '../../statistics/index.js';
import { requireInput } from '../../input/index.js';

/** Which runs are of interest: beyond a threshold in the outcome's unit, or the worst share of them. */
export type Criterion = { readonly below: number } | { readonly above: number } | { readonly worst: number };

/**
 * The threshold of a criterion and the side on which runs are of interest, the threshold itself excluded.
 *
 * @param values of the runs, in any unit
 * @param better which direction of the outcome is better
 * @throws InputError when a share is out of range, or the worst of an outcome is asked for that has no direction
 */
export function thresholdOf(
  criterion: Criterion,
  values: Float64Array,
  better: 'higher' | 'lower' | 'none',
): { readonly side: 'below' | 'above'; readonly threshold: number } {
  if ('below' in criterion) return { side: 'below', threshold: criterion.below };
  if ('above' in criterion) return { side: 'above', threshold: criterion.above };
  const { worst } = criterion;
  requireInput(worst > 0 && worst < 1, 'worst', worst, 'must be between 0 and 1', 'give for example 0.2');
  requireInput(
    better !== 'none',
    'worst',
    worst,
    'must be of an outcome of which more or less is better',
    'give a threshold with below or above',
  );
  const sorted = values.toSorted();
  return better === 'higher'
    ? { side: 'below', threshold: quantile(sorted, worst) }
    : { side: 'above', threshold: quantile(sorted, 1 - worst) };
}
