import type { Outcome } from '../outcome.js';

export const collaborative: Outcome = {
  id: 'collaborative',
  label: 'Collaborative districts',
  what: 'In a collaborative relationship.',
  unit: 'districts',
  weighting: 'districts',
  better: 'higher',
  read: (now) => now.collaborative,
};
