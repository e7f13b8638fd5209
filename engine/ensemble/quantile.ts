import { deepFreeze } from '../input/index.js';

/** The quantiles that every band reports, and the names they go by. */
export const quantileNames = deepFreeze(['q05', 'q25', 'q50', 'q75', 'q95'] as const);
export type QuantileName = (typeof quantileNames)[number];

const chances: Readonly<Record<QuantileName, number>> = {
  q05: 0.05,
  q25: 0.25,
  q50: 0.5,
  q75: 0.75,
  q95: 0.95,
};

/**
 * A quantile of sorted values by linear interpolation between order statistics (type 7 of Hyndman and Fan 1996, the
 * default of R and numpy).
 *
 * @param sorted at least one value, ascending
 */
export function sortedQuantile(sorted: Float64Array, name: QuantileName): number {
  const place = (sorted.length - 1) * chances[name];
  const below = Math.floor(place);
  const low = sorted[below]!;
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return low + (place - below) * (high - low);
}

/**
 * The mean, summed in the order given and with the rounding errors carried along (Neumaier 1974), so that equal values
 * have exactly themselves as mean.
 */
export function meanOf(values: Float64Array): number {
  let sum = 0;
  let lost = 0;
  for (const value of values) {
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return (sum + lost) / values.length;
}
