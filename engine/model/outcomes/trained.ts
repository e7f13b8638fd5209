import type { Outcome } from '../outcome.js';

export const trained: Outcome = {
  id: 'trained',
  label: 'Districts trained',
  what: 'Trained by the partnership, ever.',
  unit: 'districts',
  weighting: 'districts',
  better: 'higher',
  read: (now) => now.totals.trained,
};
