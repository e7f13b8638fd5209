import type { Outcome } from '../outcome.js';

export const schoolDensity: Outcome = {
  id: 'schoolDensity',
  label: 'Communication density',
  what: 'Mean over schools.',
  unit: 'share of possible ties between educators',
  weighting: 'educators',
  better: 'higher',
  read: (now) => now.schools.density,
};
