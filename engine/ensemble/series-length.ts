import { outcomes } from '../model/outcomes/index.js';

/** Numbers that one replicate of one scenario yields: outcomes times months. */
export function seriesLength(months: number): number {
  return outcomes.length * months;
}
