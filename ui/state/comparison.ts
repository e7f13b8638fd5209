import type { Bands, DifferenceBands } from '../../engine/ensemble/bands.js';

export type { Bands, DifferenceBands };

/** One world of a comparison. */
export interface World {
  /** By outcome id; index k of every band is the state after k months. */
  readonly outcomes: Readonly<Record<string, Bands>>;
  /** SHA-256 of all replicates; only a finished run has one. */
  readonly digest: string | undefined;
}

/** One scenario against one baseline. */
export interface Comparison {
  /** Simulated futures that the figures rest on. */
  readonly replicates: number;
  readonly baseline: World;
  readonly scenario: World;
  /** Scenario minus baseline, future by future, under the same luck; by outcome id. */
  readonly differences: Readonly<Record<string, DifferenceBands>>;
  /**
   * The same differences at the horizon, one a future, by outcome id. While a run is under way they rest on its finished
   * blocks; a comparison that came with the page has none.
   */
  readonly futures?: Readonly<Record<string, ArrayLike<number>>>;
}
