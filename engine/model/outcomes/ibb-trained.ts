import type { Outcome } from '../outcome.js';

export const ibbTrained: Outcome = {
  id: 'ibbTrained',
  label: 'IBB-trained districts',
  what: 'Trained in interest-based bargaining (IBB), not yet in a collaborative relationship.',
  unit: 'districts',
  weighting: 'districts',
  better: 'none',
  read: (now) => now.ibbTrained,
};
