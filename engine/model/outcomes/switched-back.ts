import type { Outcome } from '../outcome.js';

export const switchedBack: Outcome = {
  id: 'switchedBack',
  label: 'Districts that switched back',
  what: 'Began with IBB and went back to traditional bargaining, ever.',
  unit: 'districts',
  weighting: 'districts',
  better: 'lower',
  read: (now) => now.totals.switchedBack,
};
