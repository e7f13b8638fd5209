import type { Model } from '../../../engine/model/rule.js';
import type { Population } from '../../../engine/population/index.js';
import type { Scenario } from '../../../engine/scenario/index.js';
import { walk } from './small-world.js';

/** Everything that a district is at one moment, its schools included, as text. */
export function districtState({ state, world }: Model, d: number): string {
  const { firstSchool } = world.population.districts;
  const own = [
    state.practice,
    state.engagement,
    state.milestones,
    state.contractEnd,
    state.collaborativeSince,
    state.depth,
    state.deep,
    state.experiencedNeighbours,
    state.attended,
    state.lapsed,
    state.grantMonths,
    state.queuedSince,
    state.takesFacilitator,
    state.followingUnits,
    state.doorUntil,
    state.superintendentSince,
    state.unionPresidentSince,
    state.superintendentLeaves,
    state.unionPresidentLeaves,
    state.propensity,
    state.quality,
  ].map((column) => column[d]);
  const schools = [];
  for (let i = firstSchool[d]!; i < firstSchool[d + 1]!; i++) {
    const { deviation, ties, tieEffect, fixed, moving } = state.schools;
    schools.push([deviation[i], ties[i], tieEffect[i], fixed[i], moving[i]]);
  }
  return JSON.stringify([own, schools]);
}

/** Path of every district, month by month, by its name. */
export function paths(
  population: Population,
  scenario: Scenario,
  replicate = 0,
  seed = 'test',
): Map<string, string[]> {
  const { name } = population.districts;
  const found = new Map(name.map((one): [string, string[]] => [one, []]));
  walk(
    population,
    scenario,
    (model) => name.forEach((one, d) => found.get(one)!.push(districtState(model, d))),
    replicate,
    seed,
  );
  return found;
}
