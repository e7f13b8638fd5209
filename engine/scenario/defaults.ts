/** What a scenario that says nothing else runs on: the state partnership's state and first school year. */
export const defaults = {
  population: 'massachusetts',
  years: 10,
  firstMonth: '2012-07',
  package: 'none',
} as const;

/** Longest horizon of a scenario, in years. */
export const maxYears = 40;
