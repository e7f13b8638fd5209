import type { Outcome } from '../outcome.js';

export const inquired: Outcome = {
  id: 'inquired',
  label: 'Districts that inquired',
  what: 'Asked the partnership about training, ever.',
  unit: 'districts',
  weighting: 'districts',
  better: 'higher',
  read: (now) => now.totals.inquired,
};
