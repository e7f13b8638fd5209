import type { LeverField } from '../../engine/model/lever.js';
import { leverOf, type LeverId } from '../../engine/model/levers/index.js';
import type { Scenario } from '../../engine/scenario/scenario.js';
import { withLeverValue, type Setup } from '../state/setup.js';
import type { DosePoint } from '../charts/dose-chart.js';
import type { Range } from '../../engine/telling/format-value.js';
import { bandOf } from '../../engine/telling/horizon.js';
import { differencesOf } from '../compare/cells.js';
import type { WorldValues } from '../engine/world-values.js';

/** Steps from no dose to the lever's most. */
const STEPS = 5;

/** The worlds that a dose-response curve compares: the baseline first, then the scenario at each dose. */
export interface DoseWorlds {
  readonly worlds: readonly Scenario[];
  /** Ascending; the first is zero and one of them is the scenario's own. */
  readonly doses: readonly number[];
  readonly present: number;
}

export function doseField(lever: LeverId): LeverField {
  return leverOf(lever).fields[0]!;
}

/** The scenario at doses of one lever from zero to its most, all else as it is. */
export function doseWorlds(setup: Setup, lever: LeverId): DoseWorlds {
  const { id, max, step } = doseField(lever);
  const present = setup.scenario.levers[lever].values[id] ?? 0;
  const round = (dose: number): number => Number((Math.round(dose / step) * step).toPrecision(12));
  const grid = Array.from({ length: STEPS + 1 }, (_, place) => round((max * place) / STEPS));
  const doses = [...new Set([...grid, present])].sort((a, b) => a - b);
  const worlds = doses.map((dose) => ({
    ...withLeverValue(setup, lever, id, dose).scenario,
    name: `dose ${dose}`,
  }));
  return { worlds: [{ ...setup.baseline, name: 'baseline' }, ...worlds], doses, present };
}

/** Difference to the baseline at the horizon, at each dose. */
export function doseCurve(values: WorldValues, { doses }: DoseWorlds, outcome: string): readonly DosePoint[] {
  return doses.map((dose, place) => ({ dose, range: difference(values, place + 1, 0, outcome) }));
}

/** What the present dose adds to the same scenario without the lever. */
export function presentAdds(values: WorldValues, { doses, present }: DoseWorlds, outcome: string): Range {
  return difference(values, doses.indexOf(present) + 1, 1, outcome);
}

function difference(values: WorldValues, own: number, baseline: number, outcome: string): Range {
  return bandOf(differencesOf(values, { own, baseline }, outcome));
}
