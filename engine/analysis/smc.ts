import { addressedUniform, type AddressedUniform } from './addressed-uniform.js';
import { effectiveSampleSize } from './effective-sample-size.js';
import { quantile } from './quantile.js';
import { requireInput } from './require-input.js';
import { smcKernel } from './smc-kernel.js';
import { type SmcOptions, type SmcSettings, smcSettings } from './smc-options.js';
import type { SmcPrior } from './smc-prior.js';
import { requireOutcomes, type SmcProblem, type SmcProposal } from './smc-problem.js';
import { type SmcPopulation, type SmcState, type SmcStop, startSmc } from './smc-state.js';

/**
 * Approximate Bayesian computation by sequential Monte Carlo: populations of weighted particles under falling tolerances.
 *
 * Particles of the first population come from the prior; each next one moves earlier ones by a normal kernel, accepts
 * what meets a quantile of the earlier distances, and weights by prior over proposal density.
 *
 * Sources: Beaumont, Cornuet, Marin and Robert (2009) for the population Monte Carlo with its weights; Toni, Welch,
 * Strelkowa, Ipsen and Stumpf, Journal of the Royal Society Interface 6 (2009), 187-202; Filippi et al. (2013) for the
 * kernel; Del Moral, Doucet and Jasra, Statistics and Computing 22 (2012), 1009-1020, for adaptive tolerances.
 *
 * Proposals are addressed by population and attempt and accepted in that order: the same seed gives the same particles,
 * whatever the batch and the workers, resumed or not.
 *
 * @returns the final state, with the reason in `stopped`; null there when aborted
 * @throws InputError when a setting breaks its rule, an outcome is missing or not a number, or the seed to resume differs
 */
export async function smc(problem: SmcProblem, options: SmcOptions): Promise<SmcState> {
  const { resume, onProgress, signal } = options;
  const settings = smcSettings(options);
  let state = resume ?? startSmc(settings.seed);
  const seedRule = `must be '${settings.seed}', the seed of this run`;
  requireInput(
    state.seed === settings.seed,
    'resume.seed',
    state.seed,
    seedRule,
    'start anew or give its seed',
  );
  const draw = addressedUniform(settings.seed, 'smc proposal');
  while (state.stopped === null && signal?.aborted !== true) {
    state = await advance(problem, settings, state, draw);
    onProgress?.(state);
  }
  return state;
}

async function advance(
  problem: SmcProblem,
  settings: SmcSettings,
  state: SmcState,
  draw: AddressedUniform,
): Promise<SmcState> {
  const { proposals, nextAttempt } = proposeBatch(problem.prior, settings, state, draw);
  const outcomes = await problem.simulate(proposals);
  requireOutcomes(outcomes, proposals.length);
  const accepted = [...state.accepted];
  let used = 0;
  for (; used < proposals.length && accepted.length < settings.particles; used++) {
    const { distance, statistics = [] } = outcomes[used]!;
    if (!(state.tolerance === null ? distance < Infinity : distance <= state.tolerance)) continue;
    const { point, attempt } = proposals[used]!;
    accepted.push({ point: [...point], weight: 0, distance, statistics: [...statistics], attempt });
  }
  const simulated = state.simulated + used;
  const simulations = state.simulations + proposals.length;
  const next = { ...state, accepted, nextAttempt, simulated, simulations };
  if (accepted.length === settings.particles) return completePopulation(problem.prior, settings, next);
  return { ...next, stopped: simulations >= settings.maximumSimulations ? 'simulations' : null };
}

/** Proposals in a row outside the support that say that hardly any will fall within it. */
const mostMisses = 100000;

/** The next proposals inside the prior's support. */
function proposeBatch(
  prior: SmcPrior,
  settings: SmcSettings,
  { population, tolerance, particles, nextAttempt }: SmcState,
  draw: AddressedUniform,
): { proposals: SmcProposal[]; nextAttempt: number } {
  const kernel = tolerance === null ? undefined : smcKernel(particles, tolerance);
  const proposals: SmcProposal[] = [];
  let attempt = nextAttempt;
  let misses = 0;
  for (; proposals.length < settings.batch; attempt++) {
    const address = attempt;
    const point = kernel
      ? kernel.propose((column) => draw(population, address, column))
      : prior.fromUniforms(
          Float64Array.from({ length: prior.dimensions }, (_, d) => draw(0, address, 1 + d)),
        );
    const inside = prior.logDensity(point) > -Infinity;
    misses = inside ? 0 : misses + 1;
    if (inside) proposals.push({ population, attempt, point });
    const remedy = 'give coordinates without bounds, as normalScorePrior does';
    requireInput(misses < mostMisses, 'prior', point.join(', '), 'must be inside the support', remedy);
  }
  return { proposals, nextAttempt: attempt };
}

function completePopulation(prior: SmcPrior, settings: SmcSettings, state: SmcState): SmcState {
  const points = state.accepted.map(({ point }) => point);
  const weights =
    state.tolerance === null
      ? points.map(() => 1 / points.length)
      : smcKernel(state.particles, state.tolerance).weigh(points, prior);
  const particles = state.accepted.map((particle, index) => ({ ...particle, weight: weights[index]! }));
  const done: SmcPopulation = {
    tolerance: state.tolerance,
    simulations: state.simulated,
    acceptance: points.length / state.simulated,
    effectiveSampleSize: effectiveSampleSize(weights),
  };
  const distances = Float64Array.from(particles, ({ distance }) => distance).sort();
  const tolerance = Math.max(quantile(distances, settings.tolerance), settings.targetTolerance);
  const next = { ...state, particles, history: [...state.history, done] };
  const stopped = reasonToStop(next, done, tolerance, settings);
  return {
    ...next,
    population: state.population + 1,
    tolerance,
    accepted: [],
    nextAttempt: 0,
    simulated: 0,
    stopped,
  };
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
