import { addressedUniform } from '../draws/addressed-uniform.js';
import { importanceMoves } from './importance-moves.js';
import { metropolisMoves } from './metropolis-moves.js';
import { quantile } from '../estimate/quantile.js';
import { requireInput } from '../../input/index.js';
import type { SmcMoves } from './smc-moves.js';
import { type SmcOptions, type SmcSettings, smcSettings } from './smc-options.js';
import { requireOutcomes, type SmcProblem } from './smc-problem.js';
import { type SmcPopulation, type SmcState, type SmcStop, startSmc } from './smc-state.js';

/**
 * Approximate Bayesian computation by sequential Monte Carlo: populations of weighted particles under falling tolerances.
 *
 * The first population comes from the prior; each next tolerance is a quantile of the last distances. A population comes
 * from the last in one of two ways:
 * - 'importance': normal moves of weighted parents until enough meet the tolerance, weighted by prior over proposal
 *   density (Beaumont et al. 2009, Filippi et al. 2013, see `importanceKernel`). Independent particles, but the weights
 *   degenerate with the dimensions: watch `effectiveSampleSize`.
 * - 'metropolis': resampling, then several Metropolis moves each (Del Moral, Doucet and Jasra, "An adaptive sequential
 *   Monte Carlo method for approximate Bayesian computation", Statistics and Computing 22 (2012), 1009-1020). Holds up in
 *   dozens of dimensions, for ten to sixty simulations a particle and population.
 *
 * Proposals are addressed by population and attempt: the same seed gives the same particles, whatever the batch and the
 * workers, resumed or not.
 *
 * @returns the final state, with the reason in `stopped`; null there when aborted
 * @throws InputError when a setting breaks its rule, an outcome is missing or not a number, or the seed to resume differs
 */
export async function smc(problem: SmcProblem, options: SmcOptions): Promise<SmcState> {
  const { resume, onProgress, signal } = options;
  const { prior } = problem;
  const settings = smcSettings(options, prior.dimensions);
  const { seed, particles } = settings;
  let state = resume ?? startSmc(seed);
  const remedy = 'start anew or give its seed';
  requireInput(
    state.seed === seed,
    'resume.seed',
    state.seed,
    `must be '${seed}', the seed of this run`,
    remedy,
  );
  const draw = addressedUniform(seed, 'smc proposal');
  const fromPrior = importanceMoves(prior, particles, draw);
  const later = settings.moves === 'importance' ? fromPrior : metropolisMoves(prior, particles, draw);
  while (state.stopped === null && signal?.aborted !== true) {
    state = await advance(problem, settings, state, state.tolerance === null ? fromPrior : later);
    onProgress?.(state);
  }
  return state;
}

async function advance(
  problem: SmcProblem,
  settings: SmcSettings,
  state: SmcState,
  moves: SmcMoves,
): Promise<SmcState> {
  const batch = moves.propose(state, settings.batch);
  const outcomes = await problem.simulate(batch.proposals);
  requireOutcomes(outcomes, batch.proposals.length);
  const simulations = state.simulations + batch.proposals.length;
  const change = moves.take(state, batch, outcomes);
  const next = { ...state, ...change, nextAttempt: batch.nextAttempt, simulations };
  if (next.progress >= 1) return completePopulation(settings, next, moves);
  return { ...next, stopped: simulations >= settings.maximumSimulations ? 'simulations' : null };
}

function completePopulation(settings: SmcSettings, state: SmcState, moves: SmcMoves): SmcState {
  const { particles, attempts, effectiveSampleSize } = moves.finish(state);
  const done: SmcPopulation = {
    tolerance: state.tolerance,
    simulations: state.simulated,
    acceptance: state.hits / attempts,
    effectiveSampleSize,
  };
  const distances = Float64Array.from(particles, ({ distance }) => distance).sort();
  const tolerance = Math.max(quantile(distances, settings.tolerance), settings.targetTolerance);
  const history = [...state.history, done];
  const next = { ...startSmc(state.seed), particles, history, simulations: state.simulations };
  const stopped = reasonToStop(next, done, tolerance, settings);
  return { ...next, population: state.population + 1, tolerance, stopped };
}

function reasonToStop(
  state: SmcState,
  done: SmcPopulation,
  next: number,
  settings: SmcSettings,
): SmcStop | null {
  if (done.tolerance !== null && done.tolerance <= settings.targetTolerance) return 'tolerance';
  if (state.history.length >= settings.populations) return 'populations';
  if (done.acceptance < settings.minimumAcceptance) return 'acceptance';
  if (state.simulations >= settings.maximumSimulations) return 'simulations';
  return done.tolerance !== null && next >= done.tolerance ? 'no progress' : null;
}
