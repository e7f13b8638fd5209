import { requireInput } from '../../input/index.js';
import type { SmcPrior } from './smc-prior.js';

/** A parameter vector to simulate. Its population and attempt are a fit address for the simulation's own luck. */
export interface SmcProposal {
  readonly population: number;
  readonly attempt: number;
  readonly point: Float64Array;
}

/** A prior, and a simulator that says how far its data lie from those observed. */
export interface SmcProblem {
  readonly prior: SmcPrior;
  /** Simulates each proposal, in order. A failed one has the distance Infinity and is never accepted. */
  readonly simulate: (proposals: readonly SmcProposal[]) => Promise<SmcOutcome[]> | SmcOutcome[];
}

/** The result of one simulation. */
export interface SmcOutcome {
  /** 0 or more; not NaN. */
  readonly distance: number;
  /** Simulated statistics, kept for `adjustByRegression`. */
  readonly statistics?: readonly number[];
}

/** Requires one outcome a proposal, each with a distance. */
export function requireOutcomes(outcomes: readonly SmcOutcome[], expected: number): void {
  const rule = `must be ${expected}, one for each proposal`;
  const remedy = 'give a failed run the distance Infinity';
  requireInput(outcomes.length === expected, 'outcomes.length', outcomes.length, rule, remedy);
  const bad = outcomes.findIndex(({ distance }) => !(distance >= 0));
  requireInput(bad < 0, `outcomes[${bad}].distance`, outcomes[bad]?.distance, 'must be 0 or more', remedy);
}
