import { chanceToHazard, hazardToChance } from '../random/index.js';
import { practice } from './codes.js';
import type { Inputs } from './inputs.js';
import type { Model } from './rule.js';
import { incentiveMultiplier, researchMultiplier } from './multipliers.js';

/**
 * What lowers or raises the hazard of losing a partnership, at a turnover and at a later contract alike: depth and
 * experienced neighbours protect, incentives divide it, research divides it where districts collaborate, the context
 * multiplies it.
 */
export class LossHazard {
  private depthProtection = 0;
  private networkProtection = 0;
  private readonly trained: number[] = [];
  private readonly collaborative: number[] = [];

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
    for (let cohort = 0; cohort < inputs.delays.length; cohort++) {
      const common = inputs.lossContext[month]! / incentiveMultiplier(inputs, month, cohort);
      this.trained[cohort] = common;
      this.collaborative[cohort] = common / researchMultiplier(inputs, month, cohort);
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
        (1 - this.depthProtection * state.depth[district]!)) /
      (1 + this.networkProtection * state.experiencedNeighbours[district]!)
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

export function baselineFlows(inputs: Inputs): BaselineFlows {
  const value = (id: string): number => inputs.value(id);
  const superintendents = hazardToChance(1 / (12 * value('superintendentYears')));
  const presidents = hazardToChance(1 / (12 * value('unionPresidentYears')));
  const relapse = chanceToHazard(value('relapseChance'));
  const drop = chanceToHazard(1 - value('retainedChance'));
  const loss = (share: number): number =>
    (superintendents + presidents) * hazardToChance(relapse * share) +
    hazardToChance(drop * share) / value('contractMonths');
  const trainedLoss = loss(1);

  // Depth and loss depend on each other; two rounds settle it to about a percent.
  const withoutResearch = 1 / researchMultiplier(inputs, 0);
  const settled = (rate: number): number =>
    loss(withoutResearch * (1 - value('depthProtection') / (1 + rate * 12 * value('depthYears'))));
  const collaborativeLoss = settled(settled(trainedLoss));

  const turnovers = chanceToHazard(superintendents) + chanceToHazard(presidents);
  const openDoors = hazardToChance(turnovers * value('doorMonths'));
  const users = value('initialUsers');
  const lost = trainedLoss * users * (1 - value('initialCollaborative'));
  const direct = value('directHazard') * openDoors * (1 - users);
  const background = users < 1 ? Math.max(0, lost - direct) / (1 - users) : 0;
  return { trainedLoss, collaborativeLoss, openDoors, background };
}
