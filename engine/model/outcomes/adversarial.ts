import type { Outcome } from '../outcome.js';

export const adversarial: Outcome = {
  id: 'adversarial',
  label: 'Adversarial districts',
  what: 'In traditional, positional bargaining.',
  unit: 'districts',
  weighting: 'districts',
  better: 'lower',
  read: (now) => now.adversarial,
};
