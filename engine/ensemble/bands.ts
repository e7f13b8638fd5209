import { meanOf, quantileNames, sortedQuantile, type QuantileName } from './quantile.js';

/** Mean and quantiles over the replicates, each one value a month (index k is the state after k ticks). */
export type Bands = Readonly<Record<'mean' | QuantileName, number[]>>;

/** Bands of a difference (scenario minus baseline, replicate by replicate) and who is ahead at the horizon. */
export interface DifferenceBands extends Bands {
  /** Share of replicates in which the scenario is strictly better; null where neither direction is better. */
  readonly better: number | null;
  /** Share of replicates in which both end with the same value. */
  readonly tied: number;
}

export function emptyBands(): Bands {
  return { mean: [], q05: [], q25: [], q50: [], q75: [], q95: [] };
}

/**
 * Adds one month to the bands.
 *
 * @param values one a replicate, in the order of the replicates; left sorted
 */
export function addMonth(bands: Bands, values: Float64Array): void {
  bands.mean.push(meanOf(values));
  values.sort();
  for (const name of quantileNames) bands[name].push(sortedQuantile(values, name));
}

/** Shares of positive (or negative, where lower is better) and of zero differences. */
export function countBetter(
  differences: Float64Array,
  better: 'higher' | 'lower' | 'none',
): Pick<DifferenceBands, 'better' | 'tied'> {
  const share = (test: (value: number) => boolean): number =>
    differences.reduce((count, value) => count + (test(value) ? 1 : 0), 0) / differences.length;
  const tied = share((value) => value === 0);
  if (better === 'none') return { better: null, tied };
  return { better: share((value) => (better === 'higher' ? value > 0 : value < 0)), tied };
}
