import { InputError } from '../input/index.js';
import type { Population } from '../population/population.js';
import { nameRemedy } from '../input/index.js';
import type { Scenario } from './scenario.js';

/**
 * Checks that the states whose start a scenario delays and the districts of its recorded events exist in the population
 * it runs on: a misspelt one would otherwise be passed over without a word.
 *
 * @throws InputError with every state and district that does not exist
 */
export function checkStates({ name, stateDelays, events }: Scenario, population: Population): void {
  const { id, states, districts } = population;
  const unknown = Object.keys(stateDelays).filter((state) => !states.includes(state));
  const strangers = events.map(({ district }) => district).filter((name) => !districts.name.includes(name));
  if (unknown.length + strangers.length === 0) return;
  throw new InputError([
    ...unknown.map((state) => ({
      path: name,
      value: `stateDelays.${state}`,
      rule: `must be a state of the population ${id}`,
      remedy: nameRemedy(state, states),
    })),
    ...strangers.map((district) => ({
      path: name,
      value: `events: district ${district}`,
      rule: `must be a district of the population ${id}`,
      remedy: nameRemedy(district, districts.name),
    })),
  ]);
}
