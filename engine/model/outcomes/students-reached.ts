import type { Outcome } from '../outcome.js';

export const studentsReached: Outcome = {
  id: 'studentsReached',
  label: 'Students reached',
  what: 'In districts that are trained or collaborative now.',
  unit: 'students',
  weighting: 'students',
  better: 'higher',
  read: (now) => now.studentsReached,
};
