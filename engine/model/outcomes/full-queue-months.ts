import type { Outcome } from '../outcome.js';

export const fullQueueMonths: Outcome = {
  id: 'fullQueueMonths',
  label: 'Months with a full queue',
  what: 'Months in which more districts waited for an instructor than could be trained, summed over states.',
  unit: 'months',
  weighting: 'states',
  better: 'lower',
  read: (now) => now.totals.queueFullMonths,
};
