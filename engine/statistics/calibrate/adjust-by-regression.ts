import { choleskyFactor, solveLower, solveLowerTransposed } from './cholesky.js';
import { requireInput } from '../../input/index.js';
import type { SmcParticle } from './smc-state.js';
import { square } from '../estimate/square.js';

/** An adjusted particle. */
export interface AdjustedParticle {
  readonly point: readonly number[];
  /** Sums to 1. */
  readonly weight: number;
}

/** Penalty on standardised slopes for each unit of weight: keeps collinear statistics solvable, biases hardly. */
const ridge = 1e-4;

/**
 * Moves each particle to where it would be had it met the observation exactly: a local-linear regression of every
 * parameter on the statistics, nearer particles weighing more (Epanechnikov). Repairs most of what the tolerance blurs.
 *
 * Sources: Beaumont, Zhang and Balding, "Approximate Bayesian computation in population genetics", Genetics 162 (2002),
 * 2025-2035; the ridge from Blum, Nunes, Prangle and Sisson, Statistical Science 28 (2013), 189-208.
 *
 * Use it in unbounded coordinates (`normalScorePrior`): a moved point can leave a bounded support.
 *
 * @param particles of one population, each with all statistics
 * @param observed the statistics as observed, in the particles' order and units
 * @throws InputError when there are no particles or one has another number of statistics
 */
export function adjustByRegression(
  particles: readonly SmcParticle[],
  observed: ArrayLike<number>,
): AdjustedParticle[] {
  requireInput(particles.length > 0, 'particles', 0, 'must be at least 1', 'run smc first');
  particles.forEach(({ statistics }, index) => {
    const rule = `must be ${observed.length}, as many as observed`;
    const path = `particles[${index}].statistics.length`;
    const remedy = 'return all statistics from simulate';
    requireInput(statistics.length === observed.length, path, statistics.length, rule, remedy);
  });
  const weights = nearnessWeights(particles);
  const gaps = standardised(particles, observed, weights);
  const size = observed.length + 1;
  const gram = Array.from({ length: size }, (_, i) =>
    Float64Array.from({ length: size }, (_unused, j) => {
      const product = gaps.reduce((sum, gap, n) => sum + weights[n]! * gap[i]! * gap[j]!, 0);
      return product + (i === j && i > 0 ? ridge : 0);
    }),
  );
  const lower = choleskyFactor(gram);
  const slopes = particles[0]!.point.map((_, parameter) => {
    const right = Array.from({ length: size }, (_unused, i) =>
      gaps.reduce((sum, gap, n) => sum + weights[n]! * gap[i]! * particles[n]!.point[parameter]!, 0),
    );
    return solveLowerTransposed(lower, solveLower(lower, right));
  });
  return particles.map(({ point }, n) => ({
    point: point.map((x, parameter) => {
      let moved = x;
      for (let i = 1; i < size; i++) moved -= slopes[parameter]![i]! * gaps[n]![i]!;
      return moved;
    }),
    weight: weights[n]!,
  }));
}

/** Particle weight times 1 - (distance / largest distance)^2, normalised; the plain weights when all are equally far. */
function nearnessWeights(particles: readonly SmcParticle[]): Float64Array {
  const reach = Math.max(...particles.map(({ distance }) => distance));
  const near = Float64Array.from(
    particles,
    ({ weight, distance }) => weight * (1 - square(distance / reach)),
  );
  const usable = near.some((weight) => weight > 0);
  const weights = usable ? near : Float64Array.from(particles, ({ weight }) => weight);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

/** For each particle 1, then the gap of each statistic to its observation in weighted standard deviations. */
function standardised(
  particles: readonly SmcParticle[],
  observed: ArrayLike<number>,
  weights: Float64Array,
): Float64Array[] {
  const scales = Array.from(observed, (_, s) => {
    const mean = particles.reduce((sum, { statistics }, n) => sum + weights[n]! * statistics[s]!, 0);
    const variance = particles.reduce(
      (sum, { statistics }, n) => sum + weights[n]! * square(statistics[s]! - mean),
      0,
    );
    return variance > 0 ? Math.sqrt(variance) : 1;
  });
  return particles.map(({ statistics }) =>
    Float64Array.of(1, ...statistics.map((value, s) => (value - observed[s]!) / scales[s]!)),
  );
}
