import { requireInput } from '../../input/index.js';

/** A factor's range, in the factor's unit. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/**
 * Stretches points of the unit cube to the factors' ranges.
 *
 * For a factor with a distribution apply its quantile function to the unit coordinate instead.
 *
 * @param points of the unit cube, one coordinate a range
 * @throws InputError when a point has another number of coordinates
 */
export function scaleToRanges(
  points: readonly ArrayLike<number>[],
  ranges: readonly Range[],
): Float64Array[] {
  return points.map((point, index) => {
    requireInput(
      point.length === ranges.length,
      `points[${index}].length`,
      point.length,
      `must be ${ranges.length}, a coordinate for each range`,
      'sample with as many dimensions as there are ranges',
    );
    return Float64Array.from(ranges, ({ low, high }, factor) => low + (point[factor] ?? 0) * (high - low));
  });
}
