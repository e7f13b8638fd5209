import { quantile } from '../../engine/statistics/estimate/quantile.js';

/** The middle of the first so many futures, and how far chance moves it. */
export interface RunningMiddle {
  readonly futures: number;
  readonly middle: number;
  /** Between these the middle of endlessly many futures lies, in 90 of 100 batches as large. */
  readonly errorLow: number;
  readonly errorHigh: number;
  /** Between these lie 90 of 100 of the futures. */
  readonly low: number;
  readonly high: number;
}

/** Points of the line, at most. */
const POINTS = 40;
/** Standard errors to each side that hold 90 percent of a normal distribution. */
const REACH = 1.645;

/**
 * How the middle settles as futures are added.
 *
 * The Monte Carlo error is read off the order statistics (the ranks that a binomial count of futures below the middle
 * reaches in 90 of 100 cases), so that no shape of distribution is assumed.
 *
 * @param values one a future, in the order of the futures
 * @returns one point for each of some numbers of futures, ascending, the last of them all; none of less than 25 futures
 */
export function runningMiddle(values: Float64Array): RunningMiddle[] {
  const step = Math.max(25, 25 * Math.ceil(values.length / POINTS / 25));
  const counts = Array.from({ length: Math.floor(values.length / step) }, (_, index) => (index + 1) * step);
  if (values.length >= 25 && counts.at(-1) !== values.length) counts.push(values.length);
  return counts.map((count) => middleOf(values.slice(0, count).sort()));
}

function middleOf(sorted: Float64Array): RunningMiddle {
  const futures = sorted.length;
  const reach = (REACH * Math.sqrt(futures)) / 2;
  const rank = (place: number): number => sorted[Math.min(futures - 1, Math.max(0, place))]!;
  return {
    futures,
    middle: quantile(sorted, 0.5),
    errorLow: rank(Math.floor(futures / 2 - reach) - 1),
    errorHigh: rank(Math.ceil(futures / 2 + reach)),
    low: quantile(sorted, 0.05),
    high: quantile(sorted, 0.95),
  };
}
