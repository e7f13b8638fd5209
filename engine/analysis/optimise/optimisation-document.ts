import type { MixEvaluation } from './evaluate-mixes.js';
import type { HypervolumeTrace } from './hypervolume-trace.js';
import type { LeverMix } from './lever-mix.js';
import { type OptimiseSpec, spentBy } from './optimise-spec.js';
import { regret } from '../../statistics/index.js';
import type { VariedFactor } from '../sensitivity/sensitivity-document.js';

/** A mix on the Pareto front. */
export interface MixDocument {
  /** `mix-01` is the cheapest; as wide as the last, so that names sort as numbers do. */
  readonly name: string;
  /** Amount by address, in the factor's unit. */
  readonly levers: Readonly<Record<string, number>>;
  /** Mean gain over the world without policy, in the outcome's unit; more is better. */
  readonly gain: number;
  readonly gain05: number;
  /** Dollars over the whole horizon: mean, and what nine of ten futures do not exceed. */
  readonly cost: number;
  readonly cost90: number;
  /** Share of the budget that it uses. */
  readonly budgetShare: number;
  /** How far it falls short of the best mix of the front: at worst and on average over the futures. */
  readonly worstRegret: number;
  readonly meanRegret: number;
}

/** What `accord optimise --json` prints. */
export interface OptimisationDocument {
  readonly accord: string;
  readonly scenario: string;
  readonly population: string;
  readonly seed: string;
  readonly years: number;
  readonly outcome: string;
  readonly label: string;
  readonly unit: string;
  readonly budget: number;
  readonly budgetOf: 'mean' | 'q90';
  readonly searchReplicates: number;
  /** Mixes that the search has run. */
  readonly searchedMixes: number;
  /** Fresh replicates on which all figures rest. */
  readonly replicates: number;
  /** Mixes that were run on them. */
  readonly judgedMixes: number;
  readonly hypervolume: HypervolumeTrace;
  readonly factors: readonly VariedFactor[];
  /** The Pareto front, cheapest first. */
  readonly mixes: readonly MixDocument[];
  /** Name of the mix with the smallest worst regret. */
  readonly robust: string;
}

/** Names, orders and judges the mixes of a front. @param front at least one */
export function mixDocuments(
  front: readonly MixEvaluation[],
  spec: OptimiseSpec,
): Pick<OptimisationDocument, 'mixes' | 'robust'> {
  const sorted = [...front].sort((a, b) => a.cost - b.cost || compareAmounts(a.mix, b.mix));
  const figuresOf = ({ gain, gain05, cost }: MixEvaluation): string => [gain, gain05, cost].join();
  // Of mixes that come to the same, such as money for what nobody takes up, the one with the least amounts.
  const ordered = sorted.filter(
    (mix, index) => sorted.findIndex((other) => figuresOf(other) === figuresOf(mix)) === index,
  );
  const { worst, mean, choice } = regret(
    ordered.map(({ gains }) => gains),
    'higher',
  );
  const width = String(ordered.length).length;
  const mixes = ordered.map((evaluation, index) => ({
    name: `mix-${String(index + 1).padStart(width, '0')}`,
    levers: Object.fromEntries(spec.factors.map(({ address }, place) => [address, evaluation.mix[place]!])),
    gain: evaluation.gain,
    gain05: evaluation.gain05,
    cost: evaluation.cost,
    cost90: evaluation.cost90,
    budgetShare: spentBy(evaluation, spec) / spec.budget,
    worstRegret: worst[index]!,
    meanRegret: mean[index]!,
  }));
  return { mixes, robust: mixes[choice]!.name };
}

/** By the first amount that differs, as numbers. */
function compareAmounts(a: LeverMix, b: LeverMix): number {
  const place = a.findIndex((amount, index) => amount !== b[index]);
  return place < 0 ? 0 : a[place]! - b[place]!;
}
