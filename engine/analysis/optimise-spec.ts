import type { MixEvaluation, MixSpec } from './evaluate-mixes.js';
import type { Evaluation } from './pareto.js';

export interface OptimiseSpec extends Omit<MixSpec, 'firstReplicate'> {
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

/** A mix as the search sees it: minus gain, minus its fifth percentile, and cost, all to be small. */
export function asEvaluation(
  { gain, gain05, cost, cost90 }: MixEvaluation,
  { budget, budgetOf }: OptimiseSpec,
): Evaluation {
  const spent = budgetOf === 'mean' ? cost : cost90;
  return { objectives: [-gain, -gain05, cost], violation: Math.max(0, (spent - budget) / budget) };
}
