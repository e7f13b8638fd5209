import type { Outcome } from '../outcome.js';

export const cost: Outcome = {
  id: 'cost',
  label: 'Cost',
  what: 'Cumulative and undiscounted, from unit costs that are assumptions.',
  unit: 'dollars',
  weighting: 'dollars',
  better: 'lower',
  read: (now) => now.totals.cost,
};
