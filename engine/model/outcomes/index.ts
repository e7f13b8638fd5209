import { deepFreeze } from '../../input/index.js';
import type { Outcome } from '../outcome.js';
import { adversarial } from './adversarial.js';
import { api } from './api.js';
import { apiByPoverty } from './api-by-poverty.js';
import { apiGain } from './api-gain.js';
import { apiGainSd } from './api-gain-sd.js';
import { aware } from './aware.js';
import { collaborative } from './collaborative.js';
import { continued } from './continued.js';
import { cost } from './cost.js';
import { dcp } from './dcp.js';
import { engaged } from './engaged.js';
import { facilitated } from './facilitated.js';
import { fullQueueMonths } from './full-queue-months.js';
import { ibbTrained } from './ibb-trained.js';
import { inquired } from './inquired.js';
import { lasting } from './lasting.js';
import { networkDensity } from './network-density.js';
import { partnershipQuality } from './partnership-quality.js';
import { ratified } from './ratified.js';
import { schoolDensity } from './school-density.js';
import { studentsReached } from './students-reached.js';
import { switchedBack } from './switched-back.js';
import { trained } from './trained.js';

/** Every outcome, sorted by id: the order of every result. */
export const outcomes: readonly Outcome[] = deepFreeze([
  adversarial,
  api,
  apiGain,
  apiGainSd,
  ...apiByPoverty,
  aware,
  collaborative,
  continued,
  cost,
  dcp,
  engaged,
  facilitated,
  fullQueueMonths,
  ibbTrained,
  inquired,
  lasting,
  networkDensity,
  partnershipQuality,
  ratified,
  schoolDensity,
  studentsReached,
  switchedBack,
  trained,
]);

/** Place of an outcome in every result. */
export const outcomeIndex: ReadonlyMap<string, number> = new Map(
  outcomes.map(({ id }, index) => [id, index]),
);
