import type { Outcome } from '../outcome.js';

export const partnershipQuality: Outcome = {
  id: 'partnershipQuality',
  label: 'Partnership quality',
  what: 'Mean over schools.',
  unit: 'points on a scale of 1 to 4',
  weighting: 'educators',
  better: 'higher',
  read: (now) => now.schools.quality,
};
