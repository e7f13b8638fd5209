import { parameterValue } from '../../evidence/index.js';
import { type Answer, attitudeChances } from '../../model/instruments/leader-survey.js';
import { meanOf, type Parts, type SimulatedFigures, type Spread, spreadOf } from './simulated-figures.js';

/**
 * A rise between the two surveys, as expected from who answered: `states` is what districts that came to use the method
 * carry, `period` the statewide rest, which no policy is credited with. In share of respondents.
 */
export interface AttitudeSplit {
  readonly rise: Spread;
  readonly states: Spread;
  readonly period: Spread;
}

/** Ids under which the splits travel with the simulated figures: no source reports them. */
const splitIds = { means: 'rise-of-bargaining-is-a-means', confident: 'rise-of-confidence' } as const;

/** Splits the rises of one replicate. Expected shares, so that the split holds no sampling error of its own. */
export function splitAttitudes(
  parameters: Float64Array,
  before: readonly Answer[],
  after: readonly Answer[],
): SimulatedFigures {
  const chances = attitudeChances((id) => parameterValue(parameters, id));
  const split = (chance: (wave: 'before' | 'after', answer: Answer) => number): Parts => {
    const start = meanOf(before.map((answer) => chance('before', answer)));
    const carried = meanOf(after.map((answer) => chance('before', answer)));
    const end = meanOf(after.map((answer) => chance('after', answer)));
    return { rise: end - start, states: carried - start, period: end - carried };
  };
  return {
    [splitIds.means]: split((wave, { role, usedIbb }) => chances[wave].means(role, usedIbb)),
    [splitIds.confident]: split((wave, { usedIbb }) => chances[wave].confident(usedIbb)),
  };
}

/** The splits of all replicates, by question. */
export function attitudeSplits(
  simulated: readonly SimulatedFigures[],
): Readonly<Record<keyof typeof splitIds, AttitudeSplit>> {
  const of = (id: string): AttitudeSplit => {
    const part = (name: string): Spread => spreadOf(simulated.map((one) => one[id]?.[name] ?? NaN));
    return { rise: part('rise'), states: part('states'), period: part('period') };
  };
  return { means: of(splitIds.means), confident: of(splitIds.confident) };
}
