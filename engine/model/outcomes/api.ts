import type { Outcome } from '../outcome.js';

export const api: Outcome = {
  id: 'api',
  label: 'API-equivalent score',
  what: 'Mean over schools.',
  unit: 'points (200 to 1000)',
  weighting: 'students',
  better: 'higher',
  read: (now) => now.schools.api,
};
