import type { Outcome } from '../outcome.js';

export const aware: Outcome = {
  id: 'aware',
  label: 'Districts aware',
  what: 'Know of the partnership now.',
  unit: 'districts',
  weighting: 'districts',
  better: 'higher',
  read: (now) => now.aware,
};
