import type { Factor } from '../factors/factor.js';
import type { Evaluation } from '../../statistics/index.js';
import { rankByHypervolume } from '../../statistics/index.js';
import type { Ranking } from '../../statistics/index.js';
import type { MixEvaluation, MixSpec } from './evaluate-mixes.js';

export interface OptimiseSpec extends Omit<MixSpec, 'firstReplicate'> {
  readonly factors: readonly Factor[];
  /** Dollars over the whole horizon that a mix may cost. */
  readonly budget: number;
  /** What must keep the budget: the mean cost, or the cost that nine of ten futures do not exceed. */
  readonly budgetOf: 'mean' | 'q90';
  /** Mixes of a generation, even. */
  readonly mixes: number;
  readonly generations: number;
  /** Replicates, others than those of the search, on which the mixes found are judged. */
  readonly finalReplicates: number;
}

/** What of a mix must keep the budget, in dollars. */
export function spentBy({ cost, cost90 }: MixEvaluation, { budgetOf }: OptimiseSpec): number {
  return budgetOf === 'mean' ? cost : cost90;
}

/** A mix as the search sees it: minus gain, minus its fifth percentile, and cost, all to be small. */
export function asEvaluation(mix: MixEvaluation, spec: OptimiseSpec): Evaluation {
  const { budget } = spec;
  const violation = Math.max(0, (spentBy(mix, spec) - budget) / budget);
  return { objectives: [-mix.gain, -mix.gain05, mix.cost], violation };
}

/**
 * The worst mix that counts, in the objectives of `asEvaluation`: it gains nothing, falls the largest spread seen below
 * that in one future of twenty, and costs the budget.
 */
export function referenceOf(mixes: readonly Evaluation[], budget: number): [number, number, number] {
  const spreads = mixes.map(({ objectives }) => objectives[1]! - objectives[0]!);
  return [0, Math.max(0, ...spreads), budget];
}

/** How far beyond the budget the reference lies where mixes are ranked, so that one that spends it all counts for something. */
const beyond = 1.25;

/** Ranks mixes by what each adds to the volume that the better ones dominate. */
export function rankingOf({ budget }: OptimiseSpec): Ranking {
  return (mixes) => rankByHypervolume(mixes, referenceOf(mixes, beyond * budget));
}
