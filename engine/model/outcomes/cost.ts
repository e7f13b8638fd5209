import type { Outcome } from '../outcome.js';
import { dollars } from '../unit.js';

export const cost: Outcome = {
  id: 'cost',
  label: 'Cost',
  what: 'Cumulative and undiscounted, from unit costs that are assumptions.',
  unit: dollars,
  weighting: 'dollars',
  better: 'lower',
  shown: 'headline',
  rank: 90,
  chart: { title: 'Cost to date', note: 'not discounted' },
  read: (now) => now.totals.cost,
};
