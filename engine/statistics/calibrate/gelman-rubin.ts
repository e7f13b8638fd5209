import { requireInput } from '../../input/index.js';
import { square } from '../estimate/square.js';

/**
 * Potential scale reduction R-hat of one quantity over repeated runs: the spread of all draws over that within a run.
 *
 * 1 when the runs agree, above about 1.05 when what a run says still depends on its seed. Equally weighted draws of
 * independent SMC runs serve as the chains (resample weighted ones first).
 *
 * Source: Gelman and Rubin, "Inference from iterative simulation using multiple sequences", Statistical Science 7
 * (1992), 457-472, in the form of Bayesian Data Analysis (3rd edition, 11.4).
 *
 * @param runs two or more, of equally many draws, two or more
 * @returns 1 when no run has any spread and all agree; Infinity when they disagree without any spread
 * @throws InputError when the sizes break the rule
 */
export function gelmanRubin(runs: readonly ArrayLike<number>[]): number {
  const size = runs[0]?.length ?? 0;
  const holds = runs.length >= 2 && size >= 2 && runs.every((run) => run.length === size);
  const sizes = runs.map((run) => run.length).join(', ');
  const rule = 'must be two or more runs of equally many draws, two or more';
  requireInput(holds, 'runs', sizes, rule, 'resample each run to one size');
  const means = runs.map((run) => Array.from(run).reduce((sum, x) => sum + x, 0) / size);
  const within = meanOf(runs.map((run, r) => variance(Array.from(run), means[r]!)));
  const between = variance(means, meanOf(means));
  if (within === 0) return between === 0 ? 1 : Infinity;
  return Math.sqrt((size - 1) / size + between / within);
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, x) => sum + x, 0) / values.length;
}

function variance(values: readonly number[], mean: number): number {
  return values.reduce((sum, x) => sum + square(x - mean), 0) / (values.length - 1);
}
