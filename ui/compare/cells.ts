import { countBetter } from '../../engine/ensemble/bands.js';
import { meanOf, sortedQuantile } from '../../engine/ensemble/quantile.js';
import { outcomeOf } from '../../engine/model/outcomes/index.js';
import type { Column } from './compare-plan.js';
import type { WorldValues } from '../engine/world-values.js';

/** The middle of all futures, and the range of 90 of 100. */
export interface Range {
  readonly low: number;
  readonly middle: number;
  readonly high: number;
}

export interface Cell {
  readonly value: Range;
  /** Scenario minus baseline, future by future. */
  readonly difference: Range;
  /** Share of futures in which the scenario is better; null where neither direction is. */
  readonly better: number | null;
  readonly tied: number;
}

export function rangeOf(values: Float64Array): Range {
  const sorted = values.slice().sort();
  return {
    low: sortedQuantile(sorted, 'q05'),
    middle: sortedQuantile(sorted, 'q50'),
    high: sortedQuantile(sorted, 'q95'),
  };
}

export function cellOf(values: WorldValues, column: Column, outcome: string): Cell {
  const differences = differencesOf(values, column, outcome);
  const { better } = outcomeOf(outcome);
  return {
    value: rangeOf(values.horizon(column.own, outcome)),
    difference: rangeOf(differences),
    ...countBetter(differences, better),
  };
}

/** Scenario minus its own baseline at the horizon, one a future. */
export function differencesOf(
  values: WorldValues,
  { own, baseline }: Pick<Column, 'own' | 'baseline'>,
  outcome: string,
): Float64Array {
  const base = values.horizon(baseline, outcome);
  return values.horizon(own, outcome).map((value, future) => value - base[future]!);
}

/** What a unit of gain costs; a future without a gain has no price, and counts as beyond any. */
export interface Price {
  /** Infinite where so many futures have no gain. */
  readonly range: Range;
  /** Share of futures that cost something and gain nothing. */
  readonly without: number;
}

/**
 * Cost over gain, future by future.
 *
 * @param scale units in one of the outcome's, such as all students where the outcome is points a student
 * @returns undefined where nothing is spent
 */
export function priceOf(values: WorldValues, column: Column, outcome: string, scale = 1): Price | undefined {
  const cost = differencesOf(values, column, 'cost');
  if (meanOf(cost) <= 0) return undefined;
  const gain = differencesOf(values, column, outcome);
  const prices = cost.map((spent, future) =>
    gain[future]! > 0 ? spent / (gain[future]! * scale) : Infinity,
  );
  const without = prices.filter((price) => price === Infinity).length / prices.length;
  return { range: infiniteRange(prices), without };
}

/** Quantiles where some values have no end: interpolating with infinity would give nonsense. */
function infiniteRange(values: Float64Array): Range {
  const sorted = values.slice().sort();
  const at = (share: number): number => sorted[Math.round((sorted.length - 1) * share)]!;
  return { low: at(0.05), middle: at(0.5), high: at(0.95) };
}

/** Share of futures in which a scenario costs more than a budget, in dollars. */
export function overspending(values: WorldValues, column: Column, budget: number): number {
  const cost = values.horizon(column.own, 'cost');
  return cost.filter((spent) => spent > budget).length / cost.length;
}

/** Where a scenario's distance from the baseline of the evidence comes from, on average over the futures. */
export interface Origin {
  readonly policy: number;
  readonly assumptions: number;
}

export function originOf(values: WorldValues, column: Column, outcome: string): Origin {
  const own = meanOf(values.horizon(column.own, outcome));
  const base = meanOf(values.horizon(column.baseline, outcome));
  const plain = meanOf(values.horizon(column.plain, outcome));
  return { policy: own - base, assumptions: base - plain };
}
