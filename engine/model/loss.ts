import { chanceToHazard, hazardToChance } from '../random/index.js';
import { practice } from './codes.js';
import type { Readings } from './inputs.js';
import {
  incentiveMultiplier,
  incentiveReads,
  researchMultiplier,
  researchReads,
  withoutResearch,
} from './multipliers.js';
import type { RuleModel } from './rule.js';

export const lossReads = [
  'depthProtection',
  'networkOnRetention',
  ...incentiveReads,
  ...researchReads,
] as const;

/**
 * What lowers or raises the hazard of losing a partnership, at a turnover and at a later contract alike: depth and
 * experienced neighbours protect, incentives divide it, research divides it where districts collaborate, the context
 * multiplies it.
 */
export class LossHazard {
  private readonly trained: number[] = [];
  private readonly collaborative: number[] = [];

  constructor(
    private readonly model: RuleModel<'incentives' | 'research'>,
    private readonly p: Readings<typeof lossReads>,
  ) {}

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
    for (let cohort = 0; cohort < inputs.delays.length; cohort++) {
      const common = inputs.lossContext[month]! / incentiveMultiplier(inputs, this.p, month, cohort);
      this.trained[cohort] = common;
      this.collaborative[cohort] = common / researchMultiplier(inputs, this.p, month, cohort);
    }
  }

  /** Hazard of a district, from the hazard of one without protection. */
  of(district: number, base: number): number {
    const { inputs, state, world } = this.model;
    const cohort = inputs.cohort[world.population.districts.state[district]!]!;
    const together = state.practice[district] === practice.collaborative;
    return (
      (base *
        (together ? this.collaborative : this.trained)[cohort]! *
        (1 - this.p.depthProtection * state.depth[district]!)) /
      (1 + this.p.networkOnRetention * state.experiencedNeighbours[district]!)
    );
  }
}

/** Flows of a month in a world without partnership, which the start and the background training rest on. */
export interface BaselineFlows {
  /** Chance that an IBB-trained district without depth loses the method. */
  readonly trainedLoss: number;
  /** Chance that a collaborative district relapses, at the mean depth of such districts. */
  readonly collaborativeLoss: number;
  /** Share of the adversarial districts to which new leaders have opened a door. */
  readonly openDoors: number;
  /** Hazard of training by others with which the share of users stays where it starts. */
  readonly background: number;
}

export const baselineReads = [
  'superintendentYears',
  'unionPresidentYears',
  'relapseChance',
  'retainedChance',
  'contractMonths',
  'researchMultiplier',
  'multiplierCeiling',
  'depthProtection',
  'depthYears',
  'doorMonths',
  'initialUsers',
  'initialCollaborative',
  'directHazard',
] as const;

export function baselineFlows(p: Readings<typeof baselineReads>): BaselineFlows {
  const superintendents = hazardToChance(1 / (12 * p.superintendentYears));
  const presidents = hazardToChance(1 / (12 * p.unionPresidentYears));
  const relapse = chanceToHazard(p.relapseChance);
  const drop = chanceToHazard(1 - p.retainedChance);
  const loss = (share: number): number =>
    (superintendents + presidents) * hazardToChance(relapse * share) +
    hazardToChance(drop * share) / p.contractMonths;
  const trainedLoss = loss(1);

  // Depth and loss depend on each other; two rounds settle it to about a percent.
  const moreLoss = 1 / withoutResearch(p);
  const settled = (rate: number): number =>
    loss(moreLoss * (1 - p.depthProtection / (1 + rate * 12 * p.depthYears)));
  const collaborativeLoss = settled(settled(trainedLoss));

  const turnovers = chanceToHazard(superintendents) + chanceToHazard(presidents);
  const openDoors = hazardToChance(turnovers * p.doorMonths);
  const users = p.initialUsers;
  const lost = trainedLoss * users * (1 - p.initialCollaborative);
  const direct = p.directHazard * openDoors * (1 - users);
  const background = users < 1 ? Math.max(0, lost - direct) / (1 - users) : 0;
  return { trainedLoss, collaborativeLoss, openDoors, background };
}
