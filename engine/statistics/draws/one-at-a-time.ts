import { requireInput } from '../../input/index.js';

/** One run of a one-at-a-time design: `factor` is the changed one, undefined in the baseline. */
export interface OneAtATimeRun<T> {
  readonly factor: number | undefined;
  readonly point: readonly T[];
}

/**
 * One-at-a-time design: the baseline, then every alternative level of each factor with the others at the baseline.
 *
 * Shows a tornado chart's bars; sees no interaction (use `morrisSample` or `saltelliSample` for those).
 *
 * @param baseline one value a factor
 * @param alternatives for each factor the other levels to try
 * @throws InputError when the two lengths differ
 */
export function oneAtATime<T>(
  baseline: readonly T[],
  alternatives: readonly (readonly T[])[],
): OneAtATimeRun<T>[] {
  requireInput(
    alternatives.length === baseline.length,
    'alternatives.length',
    alternatives.length,
    `must be ${baseline.length}, a list of levels for each factor of the baseline`,
    'give an empty list for a factor that stays',
  );
  const changed = alternatives.flatMap((levels, factor) =>
    levels.map((level) => ({ factor, point: baseline.with(factor, level) })),
  );
  return [{ factor: undefined, point: [...baseline] }, ...changed];
}
