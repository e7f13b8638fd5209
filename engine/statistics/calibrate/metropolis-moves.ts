import { ln, normalQuantile } from '../../random/index.js';
import type { AddressedUniform } from '../draws/addressed-uniform.js';
import { choleskyFactor } from './cholesky.js';
import { resampleParticles } from './resample-particles.js';
import { acceptedParticle, type SmcMoves } from './smc-moves.js';
import type { SmcProposal } from './smc-problem.js';
import type { SmcPrior } from './smc-prior.js';
import type { SmcParticle, SmcState } from './smc-state.js';
import { square } from '../estimate/square.js';
import { weightedMoments } from './weighted-moments.js';

/** Share of the particles that may be left where they were resampled. */
const unmoved = 0.02;
/** Accepted share expected before the first moves. */
const firstAcceptance = 0.2;
const mostSweeps = 60;

/**
 * Resampling and Metropolis moves: the particles that meet the tolerance are resampled to full number, then each is moved
 * several times by a random walk that keeps prior and tolerance. The weights stay equal in any number of dimensions.
 *
 * Sources: Del Moral, Doucet and Jasra (2012); Drovandi and Pettitt, "Estimation of parameters for macroparasite
 * population evolution using approximate Bayesian computation", Biometrics 67 (2011), 225-233, for the number of sweeps;
 * the step 2.38^2 / dimensions from Roberts, Gelman and Gilks, Annals of Applied Probability 7 (1997), 110-120.
 *
 * @param draw addressed by population, attempt and 0 for the acceptance or 1 + dimension for the step
 */
export function metropolisMoves(prior: SmcPrior, particles: number, draw: AddressedUniform): SmcMoves {
  return {
    propose(state, size) {
      const { population, nextAttempt } = state;
      const chains = chainsOf(state, particles);
      const lower = stepFactor(state);
      const proposals: SmcProposal[] = [];
      // A batch ends with the sweep at the latest: the next sweep starts from what this one accepts.
      const end = (Math.floor(nextAttempt / particles) + 1) * particles;
      let attempt = nextAttempt;
      for (; attempt < end && proposals.length < size; attempt++) {
        const from = chains[attempt % particles]!.point;
        const normals = from.map((_, d) => normalQuantile(draw(population, attempt, 1 + d)));
        const point = Float64Array.from(from, (x, row) => x + rowTimes(lower[row]!, normals, row));
        const gain = prior.logDensity(point) - prior.logDensity(from);
        // The prior decides first: what it rejects needs no simulation.
        if (ln(draw(population, attempt, 0)) < gain) proposals.push({ population, attempt, point });
      }
      return { proposals, nextAttempt: attempt };
    },
    take(state, { proposals, nextAttempt }, outcomes) {
      const accepted = [...chainsOf(state, particles)];
      let { hits } = state;
      proposals.forEach((proposal, index) => {
        if (outcomes[index]!.distance > state.tolerance!) return;
        const moved = acceptedParticle(proposal, outcomes[index]!);
        accepted[proposal.attempt % particles] = { ...moved, weight: 1 / particles };
        hits++;
      });
      const progress = nextAttempt / (particles * sweepsOf(state));
      return { accepted, hits, simulated: state.simulated + proposals.length, progress };
    },
    finish({ accepted, nextAttempt }) {
      const different = new Set(accepted.map(({ population, attempt }) => `${population} ${attempt}`));
      return { particles: accepted, attempts: nextAttempt, effectiveSampleSize: different.size };
    },
  };
}

/** Where each particle stands; at first the resampled ones. */
function chainsOf(state: SmcState, particles: number): readonly SmcParticle[] {
  if (state.accepted.length > 0) return state.accepted;
  const near = particlesNear(state);
  const weights = near.map(({ weight }) => weight);
  const chosen = resampleParticles(weights, particles, `${state.seed} ${state.population}`);
  return Array.from(chosen, (index) => ({ ...near[index]!, weight: 1 / particles }));
}

/** Enough sweeps to move all but a few, judged by what the last population accepted. */
function sweepsOf({ population, history }: SmcState): number {
  const acceptance = population === 1 ? firstAcceptance : Math.min(history.at(-1)!.acceptance, 0.9);
  if (acceptance <= 0) return mostSweeps;
  return Math.min(Math.max(Math.ceil(ln(unmoved) / ln(1 - acceptance)), 2), mostSweeps);
}

function stepFactor(state: SmcState): Float64Array[] {
  const near = particlesNear(state);
  const scale = square(2.38) / near[0]!.point.length;
  const { covariance } = weightedMoments(near);
  return choleskyFactor(covariance.map((row) => row.map((value) => scale * value)));
}

function particlesNear({ particles, tolerance }: SmcState): SmcParticle[] {
  return particles.filter(({ distance }) => distance <= tolerance!);
}

function rowTimes(row: Float64Array, normals: readonly number[], last: number): number {
  let sum = 0;
  for (let column = 0; column <= last; column++) sum += row[column]! * normals[column]!;
  return sum;
}
