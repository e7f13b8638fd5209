import type { Outcome } from '../outcome.js';

export const dcp: Outcome = {
  id: 'dcp',
  label: 'Districts with a pilot grant',
  what: 'Had a pilot grant (District Capacity Project), ever.',
  unit: 'districts',
  weighting: 'districts',
  better: 'higher',
  read: (now) => now.totals.grants,
};
