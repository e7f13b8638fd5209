import { deepFreeze } from '../../input/index.js';
import type { Lever } from '../lever.js';
import { conferences } from './conferences.js';
import { incentives } from './incentives.js';
import { learningNetwork } from './learning-network.js';
import { pilotGrants } from './pilot-grants.js';
import { research } from './research.js';
import { stateInstitution } from './state-institution.js';

/** The six recommendations of the paper, in its order. */
export const levers: readonly Lever[] = deepFreeze([
  incentives,
  pilotGrants,
  learningNetwork,
  stateInstitution,
  conferences,
  research,
]);
