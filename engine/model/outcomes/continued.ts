import type { Outcome } from '../outcome.js';

export const continued: Outcome = {
  id: 'continued',
  label: 'Districts that continued',
  what: 'Went on with IBB after the first facilitation, ever.',
  unit: 'districts',
  weighting: 'districts',
  better: 'higher',
  read: (now) => now.totals.continued,
};
