import { countBetter } from '../../engine/ensemble/bands.js';
import { meanOf } from '../../engine/ensemble/quantile.js';
import { outcomeOf } from '../../engine/model/outcomes/index.js';
import { bandOf, type HorizonBand } from '../../engine/telling/horizon.js';
import { priceInWords } from '../../engine/telling/prices.js';
import type { Column } from './compare-plan.js';
import type { WorldValues } from '../engine/world-values.js';

export interface Cell {
  readonly value: HorizonBand;
  /** Scenario minus baseline, future by future. */
  readonly difference: HorizonBand;
  /** Share of futures in which the scenario is better; null where neither direction is. */
  readonly better: number | null;
  readonly tied: number;
}

export function cellOf(values: WorldValues, column: Column, outcome: string): Cell {
  const differences = differencesOf(values, column, outcome);
  const { better } = outcomeOf(outcome);
  return {
    value: bandOf(values.horizon(column.own, outcome)),
    difference: bandOf(differences),
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

/** What one more of a gain costs, in words. */
export function priceCell(values: WorldValues, column: Column, outcome: string): string {
  const [cost, gain] = ['cost', outcome].map((id) => bandOf(differencesOf(values, column, id)));
  return priceInWords(cost!, gain!);
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
