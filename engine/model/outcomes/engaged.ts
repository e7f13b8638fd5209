import type { Outcome } from '../outcome.js';

export const engaged: Outcome = {
  id: 'engaged',
  label: 'Districts engaged',
  what: 'Came to a conference, inquired or had a grant, ever.',
  unit: 'districts',
  weighting: 'districts',
  better: 'higher',
  read: (now) => now.totals.engaged,
};
