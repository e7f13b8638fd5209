import type { Observation } from '../observation.js';
import type { Outcome } from '../outcome.js';

export const networkDensity: Outcome = {
  id: 'networkDensity',
  label: 'Density of the learning network',
  what: 'Active ties over possible ones.',
  unit: { kind: 'share', words: 'share of possible ties between districts' },
  weighting: 'pairs',
  better: 'higher',
  shown: 'main',
  rank: 120,
  chart: { title: 'Ties between districts' },
  read: (now) => activeShare(now),
};

function activeShare(now: Observation): number {
  const pairs = (now.districts * (now.districts - 1)) / 2;
  return pairs > 0 ? now.totals.activeTies / pairs : 0;
}
