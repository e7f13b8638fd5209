import type { Estimate } from '../../statistics/index.js';
import type { Factor } from '../factors/factor.js';

export type SensitivityMethod = 'morris' | 'sobol';

/** A factor as varied: its range in its own unit, and whether values follow its posterior or prior within it. */
export type VariedFactor = Pick<Factor, 'address' | 'kind' | 'label' | 'unit' | 'low' | 'high'> & {
  readonly followsBelief: boolean;
};

/** Elementary effects of one outcome by factor, in the outcome's unit for a move across the factor's whole range. */
export interface MorrisEffects {
  readonly kind: 'morris';
  readonly effects: Readonly<
    Record<string, { readonly mu: Estimate; readonly muStar: Estimate; readonly sigma: Estimate }>
  >;
}

/** Shares of the variance of one outcome by factor: `first` alone, `total` with all interactions. */
export interface SobolShares {
  readonly kind: 'sobol';
  /** In the outcome's unit squared. */
  readonly variance: number;
  readonly shares: Readonly<Record<string, { readonly first: Estimate; readonly total: Estimate }>>;
  /** Interaction of each two factors; empty where it was not asked for. */
  readonly pairs: readonly (Estimate & { readonly a: string; readonly b: string })[];
}

export interface OutcomeSensitivity {
  readonly label: string;
  readonly unit: string;
  /** Mean over all points of the design, at the horizon. */
  readonly mean: number;
  readonly result: MorrisEffects | SobolShares;
}

/** What `accord sensitivity --json` prints. */
export interface SensitivityDocument {
  /** Version of the program. */
  readonly accord: string;
  readonly method: SensitivityMethod;
  readonly scenario: string;
  readonly population: string;
  readonly seed: string;
  readonly years: number;
  /** Replicates a point; the outcome of a point is their mean. All points share them. */
  readonly replicates: number;
  /** Trajectories (Morris) or base points (Sobol). */
  readonly samples: number;
  /** Points of the design. */
  readonly points: number;
  /** Share of the bootstrap resamples inside each interval. */
  readonly level: number;
  readonly factors: readonly VariedFactor[];
  /** Addresses that a screening left out beforehand; empty where the user chose the factors. */
  readonly screenedOut: readonly string[];
  /** By outcome id. */
  readonly outcomes: Readonly<Record<string, OutcomeSensitivity>>;
}

export function variedFactor({ address, kind, label, unit, low, high, belief }: Factor): VariedFactor {
  return { address, kind, label, unit, low, high, followsBelief: belief !== undefined };
}
