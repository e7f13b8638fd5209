import { deepFreeze } from '../../input/index.js';
import type { LeverDeclaration } from '../lever.js';
import { conferences } from './conferences.js';
import { incentives } from './incentives.js';
import { learningNetwork } from './learning-network.js';
import { pilotGrants } from './pilot-grants.js';
import { research } from './research.js';
import { stateInstitution } from './state-institution.js';

/** The recommendations of the paper, in its order. */
const declarations = [
  incentives,
  pilotGrants,
  learningNetwork,
  stateInstitution,
  conferences,
  research,
] as const;

type Declaration = (typeof declarations)[number];

export type LeverId = Declaration['id'];

/** Ids of the fields of a lever. */
export type FieldId<L extends LeverId> = Extract<Declaration, { readonly id: L }>['fields'][number]['id'];

export interface Lever extends LeverDeclaration {
  readonly id: LeverId;
}

/** Every lever, in the order in which everything shows them. */
export const levers: readonly Lever[] = deepFreeze(declarations);

/** @throws Error when there is no such lever */
export function leverOf(id: LeverId): Lever {
  const lever = levers.find((one) => one.id === id);
  if (!lever) throw new Error(`there is no lever ${id}`);
  return lever;
}
