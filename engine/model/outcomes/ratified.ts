import type { Outcome } from '../outcome.js';

export const ratified: Outcome = {
  id: 'ratified',
  label: 'Contracts ratified',
  what: 'Contracts ratified under IBB with the partnership; a district can have several.',
  unit: 'contracts',
  weighting: 'contracts',
  better: 'higher',
  read: (now) => now.totals.contracts,
};
