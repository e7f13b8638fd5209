import { deepFreeze } from '../../input/index.js';
import type { Rule } from '../rule.js';
import { awareness } from './awareness.js';
import { bargaining } from './bargaining.js';
import { conferences } from './conferences.js';
import { costs } from './costs.js';
import { depth } from './depth.js';
import { grants } from './grants.js';
import { headStart } from './head-start.js';
import { history } from './history.js';
import { inquiry } from './inquiry.js';
import { network } from './network.js';
import { schools } from './schools.js';
import { training } from './training.js';
import { turnover } from './turnover.js';
import { withoutIbb } from './without-ibb.js';

/** The month, in its written order. Within a rule all districts read the state of the rule's start. */
export const rules: readonly Rule[] = deepFreeze([
  headStart,
  history,
  conferences,
  awareness,
  inquiry,
  grants,
  training,
  bargaining,
  withoutIbb,
  turnover,
  depth,
  network,
  costs,
  schools,
]);
