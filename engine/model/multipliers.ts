import { exp, ln } from '../random/index.js';
import type { LeverInputs, Readings } from './inputs.js';

export const incentiveReads = ['incentiveMultiplier', 'incentiveReferenceDose', 'multiplierCeiling'] as const;
export const researchReads = ['researchMultiplier', 'researchReference', 'multiplierCeiling'] as const;

/**
 * Multiplier of the incentive in force: M^(dose / reference dose), at most the ceiling. Without incentive it is 1.
 */
export function incentiveMultiplier(
  inputs: LeverInputs<'incentives'>,
  p: Readings<typeof incentiveReads>,
  month: number,
  cohort = 0,
): number {
  const dose = inputs.level('incentives', 'dollars', month, cohort);
  return power(p.multiplierCeiling, p.incentiveMultiplier, dose / p.incentiveReferenceDose);
}

/**
 * Multiplier of research in force: M^(programmes / 1x - 1), at most the ceiling. It is 1 at 1x, so that the calibrated
 * rates are those of the partnership as it was, and below 1 without research. Month 0 is a world that has had none.
 */
export function researchMultiplier(
  inputs: LeverInputs<'research'>,
  p: Readings<typeof researchReads>,
  month: number,
  cohort = 0,
): number {
  const programmes = inputs.level('research', 'programmes', month, cohort);
  return power(p.multiplierCeiling, p.researchMultiplier, programmes / p.researchReference - 1);
}

/** The same of a world that has had no research. */
export function withoutResearch(
  p: Pick<Readings<typeof researchReads>, 'researchMultiplier' | 'multiplierCeiling'>,
): number {
  return power(p.multiplierCeiling, p.researchMultiplier, -1);
}

function power(ceiling: number, multiplier: number, doses: number): number {
  return Math.min(ceiling, exp(doses * ln(multiplier)));
}
