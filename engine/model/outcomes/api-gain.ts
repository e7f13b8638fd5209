import type { Outcome } from '../outcome.js';

export const apiGain: Outcome = {
  id: 'apiGain',
  label: 'API-equivalent gain',
  what: 'Student-weighted, paired against the world without partnership; if the association is causal.',
  unit: 'points',
  weighting: 'students',
  better: 'higher',
  // Of one world alone it is zero: the ensemble pairs each replicate with its world without partnership.
  read: () => 0,
};
