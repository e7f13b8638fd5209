import type { SmcOutcome, SmcProposal } from './smc-problem.js';
import type { SmcParticle, SmcState } from './smc-state.js';

/** Proposals to simulate, and the attempt after them. */
export interface SmcBatch {
  readonly proposals: readonly SmcProposal[];
  readonly nextAttempt: number;
}

/** What a batch has changed in the population under way. */
export type SmcChange = Pick<SmcState, 'accepted' | 'hits' | 'simulated' | 'progress'>;

/** One way of making the next population out of the last. Everything is a function of the state. */
export interface SmcMoves {
  readonly propose: (state: SmcState, size: number) => SmcBatch;
  /** Takes the outcomes in; `progress` is 1 when the population is complete. */
  readonly take: (state: SmcState, batch: SmcBatch, outcomes: readonly SmcOutcome[]) => SmcChange;
  /** The complete population with its weights, which sum to 1, and what it is worth. */
  readonly finish: (state: SmcState) => {
    readonly particles: readonly SmcParticle[];
    /** Proposals made, up to the last accepted. */
    readonly attempts: number;
    readonly effectiveSampleSize: number;
  };
}

/** A particle as accepted, not weighted yet. */
export function acceptedParticle(proposal: SmcProposal, outcome: SmcOutcome): SmcParticle {
  const { population, attempt, point } = proposal;
  const { distance, statistics = [] } = outcome;
  return { point: [...point], weight: 0, distance, statistics: [...statistics], population, attempt };
}
