/** One accepted parameter vector. */
export interface SmcParticle {
  /** In the prior's coordinates. */
  readonly point: readonly number[];
  /** Sums to 1 over a population. */
  readonly weight: number;
  /** Between simulated and observed, in the problem's own scale. */
  readonly distance: number;
  /** The simulated statistics, empty when the problem gives none. */
  readonly statistics: readonly number[];
  /** The proposal that it was: with the seed, the address of its luck. */
  readonly population: number;
  readonly attempt: number;
}

/** What became of one population. */
export interface SmcPopulation {
  /** Largest distance accepted; null in the first population, which takes every finite one. */
  readonly tolerance: number | null;
  /** Simulations, up to the last one accepted. */
  readonly simulations: number;
  /** Accepted share of the proposals, those that the prior ruled out before simulating included. */
  readonly acceptance: number;
  /** Of the weights; of Metropolis moves, whose weights are equal, the number of different particles. */
  readonly effectiveSampleSize: number;
}

/** Why a run ended. */
export type SmcStop = 'populations' | 'tolerance' | 'acceptance' | 'simulations' | 'no progress';

/** The whole state between two batches, as plain data: it survives JSON, and `smc` goes on from it to the same end. */
export interface SmcState {
  readonly seed: string;
  /** The last complete population, weighted. */
  readonly particles: readonly SmcParticle[];
  /** Of the population under way: its number from 0, its tolerance, its particles so far and where it stands. */
  readonly population: number;
  readonly tolerance: number | null;
  readonly accepted: readonly SmcParticle[];
  readonly nextAttempt: number;
  readonly hits: number;
  readonly simulated: number;
  /** Done share of the population under way, 0..1. */
  readonly progress: number;
  /** Complete populations. */
  readonly history: readonly SmcPopulation[];
  /** Simulations in all, those after a population's last acceptance included. */
  readonly simulations: number;
  /** Null while there is more to do. */
  readonly stopped: SmcStop | null;
}

/** The state before anything is done. */
export function startSmc(seed: string): SmcState {
  return {
    seed,
    particles: [],
    population: 0,
    tolerance: null,
    accepted: [],
    nextAttempt: 0,
    hits: 0,
    simulated: 0,
    progress: 0,
    history: [],
    simulations: 0,
    stopped: null,
  };
}
