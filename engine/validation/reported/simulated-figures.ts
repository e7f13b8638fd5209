import { quantile } from '../../statistics/index.js';

/** Simulated numbers of one figure by part, in the parts and the unit of the reported ones. */
export type Parts = Readonly<Record<string, number>>;

/** Simulated figures of one replicate, by figure id. */
export type SimulatedFigures = Readonly<Record<string, Parts>>;

/** Mean of values, NaN where there is none. */
export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Share of items that pass a test, NaN where there is none. */
export function shareOf<T>(items: readonly T[], test: (item: T) => boolean): number {
  return meanOf(items.map((item) => (test(item) ? 1 : 0)));
}

/** Median and 90 percent interval over replicates. */
export interface Spread {
  readonly median: number;
  readonly q05: number;
  readonly q95: number;
}

/** Values that are no number are left out; NaN where none is left. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = Float64Array.from(values.filter((value) => !Number.isNaN(value))).sort();
  return { median: quantile(sorted, 0.5), q05: quantile(sorted, 0.05), q95: quantile(sorted, 0.95) };
}
