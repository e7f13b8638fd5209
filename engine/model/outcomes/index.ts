import { deepFreeze } from '../../input/index.js';
import type { Outcome } from '../outcome.js';
import { cost } from './cost.js';
import { networkDensity } from './network-density.js';
import { programme } from './programme.js';
import { relationships } from './relationships.js';
import { schools } from './schools.js';

/** Every outcome, sorted by id: the order of every result. */
export const outcomes: readonly Outcome[] = deepFreeze(
  [...relationships, ...programme, ...schools, networkDensity, cost].sort((a, b) => (a.id < b.id ? -1 : 1)),
);

/** Place of an outcome in every result. */
export const outcomeIndex: ReadonlyMap<string, number> = new Map(
  outcomes.map(({ id }, index) => [id, index]),
);

/** @throws Error when there is no such outcome */
export function outcomeOf(id: string): Outcome {
  const outcome = outcomes[outcomeIndex.get(id) ?? -1];
  if (!outcome) throw new Error(`there is no outcome ${id}`);
  return outcome;
}

/** All outcomes in reading order. */
export const outcomesInOrder: readonly Outcome[] = [...outcomes].sort((a, b) => a.rank - b.rank);

/** What every table of the page shows, in reading order, and last what it costs. */
export const mainOutcomes: readonly Outcome[] = [
  ...outcomesInOrder.filter(({ shown, unit }) => shown !== 'detail' && unit.kind !== 'money'),
  ...outcomesInOrder.filter(({ shown, unit }) => shown !== 'detail' && unit.kind === 'money'),
];

/** What an answer says that was gained. */
export const headlineGains: readonly Outcome[] = mainOutcomes.filter(
  ({ shown, unit }) => shown === 'headline' && unit.kind !== 'money',
);

/** Gains that a cost can be held against. */
export const pricedGains: readonly Outcome[] = outcomesInOrder.filter(({ price }) => price !== undefined);
