import type { Outcome } from '../outcome.js';

export const lasting: Outcome = {
  id: 'lasting',
  label: 'Districts in lasting collaboration',
  what: 'Collaborative for the last 36 months or more.',
  unit: 'districts',
  weighting: 'districts',
  better: 'higher',
  read: (now) => now.lasting,
};
