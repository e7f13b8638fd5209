import type { LeverId } from '../../engine/model/lever.js';

/** Ids of the unit costs that a lever's bill is made of; where there is none, its own settings are the dollars. */
export const leverCosts: Readonly<Record<LeverId, readonly string[]>> = {
  incentives: [],
  pilotGrants: [],
  learningNetwork: ['tieCost'],
  stateInstitution: ['instructorCost', 'facilitatorCost', 'leaderCost'],
  conferences: ['conferenceCost', 'attendanceCost'],
  research: ['researchCost'],
};
