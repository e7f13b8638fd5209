import type { Scenario } from '../../engine/scenario/scenario.js';
import { neutralContext } from '../../engine/scenario/context-fields.js';
import { alignBaseline, withPopulation, withYears, type Setup } from '../state/setup.js';

/** One scenario of a comparison, and where its worlds stand among all worlds to run. */
export interface Column {
  readonly key: string;
  readonly title: string;
  readonly scenario: Scenario;
  /** What was changed so that it can stand beside the others, in words; empty where nothing was. */
  readonly fitted: readonly string[];
  readonly own: number;
  /** The baseline's levers in the scenario's surroundings: the difference to it is the policy's. */
  readonly baseline: number;
  /** The baseline's levers in no surroundings but the evidence: the rest of the difference is the assumptions'. */
  readonly plain: number;
}

export interface ComparePlan {
  readonly worlds: readonly Scenario[];
  /** The baseline as the setup has it. */
  readonly baseline: number;
  readonly columns: readonly Column[];
}

export interface Candidate {
  readonly key: string;
  readonly title: string;
  readonly scenario: Scenario;
}

/** Puts scenarios side by side on the districts and years of the setup; worlds that are equal are run once. */
export function planComparison(setup: Setup, candidates: readonly Candidate[]): ComparePlan {
  const worlds: Scenario[] = [];
  const places = new Map<string, number>();
  const place = (world: Scenario): number => {
    const key = JSON.stringify({ ...world, name: '', title: '', question: '', source: '', reported: [] });
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, worlds.length);
    return worlds.push({ ...world, name: `world ${worlds.length}` }) - 1;
  };
  const baseline = place(setup.baseline);
  const columns = candidates.map(({ key, title, scenario }): Column => {
    const { fitted, notes } = fit(scenario, setup);
    const plain = { ...fitted, assumptions: {}, context: neutralContext };
    return {
      key,
      title,
      scenario: fitted,
      fitted: notes,
      own: place(fitted),
      baseline: place(alignBaseline(setup.baseline, fitted)),
      plain: place(alignBaseline(setup.baseline, plain)),
    };
  });
  return { worlds, baseline, columns };
}

function fit(scenario: Scenario, setup: Setup): { fitted: Scenario; notes: readonly string[] } {
  const { population, years } = setup.scenario;
  const notes: string[] = [];
  let one = { ...setup, scenario };
  if (scenario.population !== population) {
    notes.push(`made for ${scenario.population}, shown for ${population}`);
    one = withPopulation(one, population);
  }
  if (scenario.years !== years) {
    notes.push(`made for ${scenario.years} years, shown for ${years}`);
    one = withYears(one, years);
  }
  return { fitted: one.scenario, notes };
}
