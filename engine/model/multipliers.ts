import { exp, ln } from '../random/index.js';
import type { Inputs } from './inputs.js';

/**
 * Multiplier of the incentive in force: M^(dose / reference dose), at most the ceiling. Without incentive it is 1.
 */
export function incentiveMultiplier(inputs: Inputs, month: number, cohort = 0): number {
  const dose = inputs.level('incentives', 'dollars', month, cohort);
  return power(inputs, 'incentiveMultiplier', dose / inputs.value('incentiveReferenceDose'));
}

/**
 * Multiplier of research in force: M^(programmes / 1x - 1), at most the ceiling. It is 1 at 1x, so that the calibrated
 * rates are those of the partnership as it was, and below 1 without research. Month 0 is a world that has had none.
 */
export function researchMultiplier(inputs: Inputs, month: number, cohort = 0): number {
  const programmes = inputs.level('research', 'programmes', month, cohort);
  return power(inputs, 'researchMultiplier', programmes / inputs.value('researchReference') - 1);
}

function power(inputs: Inputs, id: string, doses: number): number {
  return Math.min(inputs.value('multiplierCeiling'), exp(doses * ln(inputs.value(id))));
}
