import type { MixEvaluation } from './evaluate-mixes.js';
import type { Factor } from './factor.js';
import { regret } from './regret.js';
import type { VariedFactor } from './sensitivity-document.js';

/** A mix on the Pareto front. */
export interface MixDocument {
  /** `mix-1` is the cheapest. */
  readonly name: string;
  /** Amount by address, in the factor's unit. */
  readonly levers: Readonly<Record<string, number>>;
  /** Mean gain over the world without policy, in the outcome's unit; more is better. */
  readonly gain: number;
  readonly gain05: number;
  /** Dollars over the whole horizon: mean, and what nine of ten futures do not exceed. */
  readonly cost: number;
  readonly cost90: number;
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
  /** Fresh replicates on which all figures rest. */
  readonly replicates: number;
  readonly factors: readonly VariedFactor[];
  /** The Pareto front, cheapest first. */
  readonly mixes: readonly MixDocument[];
  /** Name of the mix with the smallest worst regret. */
  readonly robust: string;
}

/** Names, orders and judges the mixes of a front. @param front at least one */
export function mixDocuments(
  front: readonly MixEvaluation[],
  factors: readonly Factor[],
): Pick<OptimisationDocument, 'mixes' | 'robust'> {
  const ordered = [...front].sort((a, b) => a.cost - b.cost);
  const { worst, mean, choice } = regret(
    ordered.map(({ gains }) => gains),
    'higher',
  );
  const mixes = ordered.map(({ mix, gain, gain05, cost, cost90 }, index) => ({
    name: `mix-${index + 1}`,
    levers: Object.fromEntries(factors.map(({ address }, place) => [address, mix[place]!])),
    gain,
    gain05,
    cost,
    cost90,
    worstRegret: worst[index]!,
    meanRegret: mean[index]!,
  }));
  return { mixes, robust: mixes[choice]!.name };
}
