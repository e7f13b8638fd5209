import { exp, ln, normalQuantile } from '../../random/index.js';
import { choleskyFactor, solveLower } from './cholesky.js';
import type { SmcPrior } from './smc-prior.js';
import type { SmcParticle } from './smc-state.js';
import { square } from '../estimate/square.js';
import { weightedMoments } from './weighted-moments.js';

/** exp(-40) is below the rounding of a sum of thousands of terms near 1. */
const negligible = 40;

/** Moves particles of one population to proposals for the next. */
export interface ImportanceKernel {
  /** A proposal from uniforms: `draw(0)` chooses the parent, `draw(1 + dimension)` moves it. */
  readonly propose: (draw: (column: number) => number) => Float64Array;
  /** Normalised importance weights of accepted points: prior density over proposal density. */
  readonly weigh: (points: readonly ArrayLike<number>[], prior: SmcPrior) => Float64Array;
}

/**
 * Multivariate normal kernel around weighted parents.
 *
 * Its covariance is the one that makes proposals most likely to meet the next tolerance: the mean squared difference
 * between a parent and a parent that already meets it (Filippi, Barnes, Cornebise and Stumpf, "On optimality of kernels
 * for approximate Bayesian computation using sequential Monte Carlo", Statistical Applications in Genetics and
 * Molecular Biology 12 (2013), 87-107). When all meet it, that is twice the weighted covariance of Beaumont, Cornuet,
 * Marin and Robert, "Adaptive approximate Bayesian computation", Biometrika 96 (2009), 983-990.
 *
 * @param parents with weights that sum to 1
 * @param tolerance of the next population
 */
export function importanceKernel(parents: readonly SmcParticle[], tolerance: number): ImportanceKernel {
  const near = parents.filter(({ distance }) => distance <= tolerance);
  const lower = choleskyFactor(differenceCovariance(parents, near));
  const weights = Float64Array.from(parents, ({ weight }) => weight);
  const ends = cumulative(weights);
  const whitened = Float64Array.from(parents.flatMap(({ point }) => [...solveLower(lower, point)]));

  return {
    propose(draw) {
      const parent = parents[indexOfShare(ends, draw(0))]!;
      const normals = parent.point.map((_, dimension) => normalQuantile(draw(1 + dimension)));
      return Float64Array.from(parent.point, (x, row) => {
        let moved = x;
        for (let column = 0; column <= row; column++) moved += lower[row]![column]! * normals[column]!;
        return moved;
      });
    },
    weigh(points, prior) {
      const logs = points.map(
        (point) => prior.logDensity(point) - logMixture(solveLower(lower, point), whitened, weights),
      );
      const largest = logs.reduce((a, b) => Math.max(a, b));
      const scaled = Float64Array.from(logs, (log) => exp(log - largest));
      const sum = scaled.reduce((total, weight) => total + weight, 0);
      return scaled.map((weight) => weight / sum);
    },
  };
}

function cumulative(weights: Float64Array): Float64Array {
  let sum = 0;
  return weights.map((weight) => (sum += weight));
}

/** The first index whose cumulative weight passes a share in (0, 1) of the whole. */
function indexOfShare(ends: Float64Array, share: number): number {
  const place = share * ends.at(-1)!;
  let [low, high] = [0, ends.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (place < ends[middle]!) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Log density of the proposals at a whitened point, up to a constant. */
function logMixture(point: Float64Array, whitened: Float64Array, weights: Float64Array): number {
  const size = point.length;
  const halves = new Float64Array(weights.length);
  let nearest = Infinity;
  for (let parent = 0; parent < halves.length; parent++) {
    let squares = 0;
    for (let d = 0; d < size; d++) squares += square(point[d]! - whitened[parent * size + d]!);
    halves[parent] = squares / 2;
    nearest = Math.min(nearest, squares / 2);
  }
  // The nearest parent is taken out of the sum, which otherwise underflows far from all of them.
  let sum = 0;
  for (let parent = 0; parent < halves.length; parent++) {
    const farther = halves[parent]! - nearest;
    if (farther < negligible) sum += weights[parent]! * exp(-farther);
  }
  return ln(sum) - nearest;
}

/** Weighted mean of (a - b)(a - b)' over all pairs of a parent a and a near parent b, from their moments. */
function differenceCovariance(parents: readonly SmcParticle[], near: readonly SmcParticle[]): Float64Array[] {
  const all = weightedMoments(parents);
  const some = weightedMoments(near);
  return all.covariance.map((row, i) =>
    row.map(
      (value, j) =>
        value + some.covariance[i]![j]! + (all.mean[i]! - some.mean[i]!) * (all.mean[j]! - some.mean[j]!),
    ),
  );
}
