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
