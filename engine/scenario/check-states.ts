import { InputError } from '../evidence/index.js';
import type { Population } from '../population/population.js';
import { nameRemedy } from './nearest-name.js';
import type { Scenario } from './scenario.js';

/**
 * Checks that the states whose start a scenario delays exist in the population it runs on: a misspelt one
 * would otherwise start on time without a word.
 *
 * @throws InputError with every state that does not exist
 */
export function checkStates({ name, stateDelays }: Scenario, { id, states }: Population): void {
  const unknown = Object.keys(stateDelays).filter((state) => !states.includes(state));
  if (unknown.length === 0) return;
  throw new InputError(
    unknown.map((state) => ({
      path: name,
      value: `stateDelays.${state}`,
      rule: `must be a state of the population ${id}`,
      remedy: nameRemedy(state, states),
    })),
  );
}
