import type { Outcome } from '../outcome.js';

export const apiGainSd: Outcome = {
  id: 'apiGainSd',
  label: 'API-equivalent gain, standardised',
  what: 'The gain over the spread of scores between schools.',
  unit: 'standard deviations of schools',
  weighting: 'students',
  better: 'higher',
  // Of one world alone it is zero: the ensemble pairs each replicate with its world without partnership.
  read: () => 0,
};
