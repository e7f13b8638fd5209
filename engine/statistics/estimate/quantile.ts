/**
 * Quantile by linear interpolation between order statistics (type 7 of Hyndman and Fan 1996, the default of R and
 * NumPy).
 *
 * @param sorted values in ascending order, any unit
 * @param p chance in 0..1
 * @returns NaN when there is no value
 */
export function quantile(sorted: ArrayLike<number>, p: number): number {
  const place = p * (sorted.length - 1);
  const below = Math.floor(place);
  const low = sorted[below] ?? NaN;
  const high = sorted[below + 1] ?? low;
  // Equal neighbours first: an infinite value minus itself is not a number.
  return low === high ? low : low + (place - below) * (high - low);
}
