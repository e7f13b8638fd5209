import { deepFreeze } from '../../engine/input/deep-freeze.js';
import { apiGain } from './api-gain.js';
import { apiGainDistribution } from './api-gain-distribution.js';
import { apiGainSd } from './api-gain-sd.js';
import type { Chart } from './chart.js';
import { collaborativeDistricts } from './collaborative.js';
import { costToDate } from './cost.js';
import { lastingCollaboration } from './lasting.js';
import { lastingDistribution } from './lasting-distribution.js';
import { networkDensity } from './network-density.js';
import { partnershipQuality } from './quality.js';
import { povertyQuarters } from './poverty-quarters.js';
import { retention } from './retention.js';
import { schoolDensity } from './density.js';
import { districtStates } from './states.js';
import { studentsReached } from './students.js';
import { trainingFunnel } from './funnel.js';
import { uptake } from './uptake.js';

/** Every chart of the page, in the order of the picker. */
export const charts: readonly Chart[] = deepFreeze([
  districtStates,
  lastingCollaboration,
  lastingDistribution,
  collaborativeDistricts,
  uptake,
  trainingFunnel,
  retention,
  networkDensity,
  partnershipQuality,
  schoolDensity,
  apiGain,
  apiGainDistribution,
  povertyQuarters,
  apiGainSd,
  studentsReached,
  costToDate,
]);

/** A chart by its id; the first one where there is none of that id. */
export function chartOf(id: string): Chart {
  return charts.find((chart) => chart.id === id) ?? charts[0]!;
}
