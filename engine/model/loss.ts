import { chanceToHazard } from '../random/index.js';
import type { Model } from './rule.js';
import { researchMultiplier, incentiveMultiplier } from './multipliers.js';

/**
 * What lowers or raises the hazard of losing a partnership, at a turnover and at a later contract alike: depth and
 * experienced neighbours protect, incentives and research divide it, the context multiplies it.
 */
export class LossHazard {
  private depthProtection = 0;
  private networkProtection = 0;
  private readonly byCohort: number[] = [];

  constructor(private readonly model: Model) {}

  begin(): void {
    const { inputs } = this.model;
    this.depthProtection = inputs.value('depthProtection');
    this.networkProtection = inputs.value('networkOnRetention');
  }

  /** Refreshes what changes with levers and context; call it once a month before `of`. */
  prepare(month: number): void {
    const { inputs } = this.model;
    if (
      !inputs.changes('incentives', month) &&
      !inputs.changes('research', month) &&
      !inputs.contextChanges(month)
    ) {
      return;
    }
    inputs.delays.forEach((_, cohort) => {
      this.byCohort[cohort] =
        inputs.lossContext[month]! /
        (incentiveMultiplier(inputs, month, cohort) * researchMultiplier(inputs, month, cohort));
    });
  }

  /** Hazard of a district, from the hazard of one without protection. */
  of(district: number, base: number): number {
    const { inputs, state, world } = this.model;
    const cohort = inputs.cohort[world.population.districts.state[district]!]!;
    return (
      (base * this.byCohort[cohort]! * (1 - this.depthProtection * state.depth[district]!)) /
      (1 + this.networkProtection * state.experiencedNeighbours[district]!)
    );
  }
}

/** Hazards of a month in a world without partnership, which the start and the background training rest on. */
export function baselineFlows(value: (id: string) => number): {
  /** Loss of an IBB-trained district. */
  trainedLoss: number;
  /** Loss of a collaborative district in the long run. */
  collaborativeLoss: number;
  /** Turnovers a month, both leaders together. */
  turnovers: number;
} {
  const turnovers = 1 / (12 * value('superintendentYears')) + 1 / (12 * value('unionPresidentYears'));
  const trainedLoss =
    turnovers * chanceToHazard(value('relapseChance')) +
    chanceToHazard(1 - value('retainedChance')) / value('contractMonths');
  const protectedLoss = (loss: number): number =>
    trainedLoss * (1 - value('depthProtection') / (1 + loss * 12 * value('depthYears')));
  // Depth and loss depend on each other; two rounds settle it to about a percent.
  return { trainedLoss, collaborativeLoss: protectedLoss(protectedLoss(trainedLoss)), turnovers };
}
