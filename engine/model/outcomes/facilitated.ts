import type { Outcome } from '../outcome.js';

export const facilitated: Outcome = {
  id: 'facilitated',
  label: 'Districts facilitated',
  what: 'Took a facilitator of the partnership after training, ever.',
  unit: 'districts',
  weighting: 'districts',
  better: 'higher',
  read: (now) => now.totals.facilitated,
};
