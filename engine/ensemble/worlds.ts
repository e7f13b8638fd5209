import { noneWorld, type Scenario } from '../scenario/index.js';
import { canonicalJson } from './canonical-json.js';

/** The different worlds behind some scenarios: what has to be run in each replicate. */
export interface Worlds {
  readonly run: readonly Scenario[];
  /** For each scenario, the index of its own world. */
  readonly own: readonly number[];
  /** For each scenario, the index of the world that its API gain is measured against. */
  readonly none: readonly number[];
}

/**
 * The different worlds of some scenarios and of the gains' baseline `none`, each listed once: scenarios with one horizon
 * and the same assumptions share theirs, and `no-partnership` is its own.
 */
export function arrangeWorlds(scenarios: readonly Scenario[]): Worlds {
  const run: Scenario[] = [];
  const places = new Map<string, number>();
  const place = (scenario: Scenario): number => {
    const key = worldKey(scenario);
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, run.length);
    return run.push(scenario) - 1;
  };
  const none = scenarios.map((scenario) => place(noneWorld(scenario)));
  return { run, own: scenarios.map(place), none };
}

/** All of a scenario that its run depends on. */
export function worldKey({ name: _n, title: _t, question: _q, source: _s, ...world }: Scenario): string {
  return canonicalJson(world);
}
