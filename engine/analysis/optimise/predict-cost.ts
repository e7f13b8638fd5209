import { InputError } from '../../input/index.js';
import { leastSquares } from '../../statistics/index.js';
import type { LeverMix } from './lever-mix.js';

/**
 * A guess at the cost of a mix from those already run: what each unit of each amount adds, by least squares. Prices are
 * constant, so it is nearly right; it only steers a search and stands in no result.
 *
 * @returns undefined as long as there are too few or too similar mixes
 */
export function predictCost(
  known: readonly { readonly mix: LeverMix; readonly cost: number }[],
): ((mix: LeverMix) => number) | undefined {
  const width = known[0]?.mix.length ?? 0;
  if (known.length <= width) return undefined;
  try {
    const { coefficients } = leastSquares(
      known.map(({ mix }) => mix),
      known.map(({ cost }) => cost),
      { intercept: false },
    );
    return (mix) => coefficients.reduce((sum, { value }, index) => sum + value * mix[index]!, 0);
  } catch (error) {
    if (error instanceof InputError) return undefined; // an amount that no mix has used yet
    throw error;
  }
}
