import type { Outcome } from '../outcome.js';

const quarters = ['fewest', 'second fewest', 'second most', 'most'] as const;

/** The score of each quarter of schools by the share of low-income students, the quarter with the fewest first. */
export const apiByPoverty: readonly Outcome[] = quarters.map((which, quarter) => ({
  id: `apiPoverty${quarter + 1}`,
  label: `API-equivalent score, quarter of schools with the ${which} low-income students`,
  what: 'Mean over the schools of the quarter.',
  unit: 'points (200 to 1000)',
  weighting: 'students',
  better: 'higher',
  read: (now) => now.schools.apiByPoverty[quarter]!,
}));
