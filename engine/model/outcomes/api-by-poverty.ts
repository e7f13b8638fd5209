import type { Outcome } from '../outcome.js';

const quarters = [
  { label: 'least poor', which: 'fewest' },
  { label: 'second least poor', which: 'second fewest' },
  { label: 'second poorest', which: 'second most' },
  { label: 'poorest', which: 'most' },
] as const;

/** The score of each quarter of schools by the share of low-income students, the quarter with the fewest first. */
export const apiByPoverty: readonly Outcome[] = quarters.map(({ label, which }, quarter) => ({
  id: `apiPoverty${quarter + 1}`,
  label: `API-equivalent score, ${label} quarter`,
  what: `Mean over the quarter of schools with the ${which} low-income students.`,
  unit: 'points (200 to 1000)',
  weighting: 'students',
  better: 'higher',
  read: (now) => now.schools.apiByPoverty[quarter]!,
}));
