import { ln, normalQuantile } from '../../random/index.js';
import { square } from '../estimate/square.js';

/** A prior in the coordinates in which `smc` moves its particles. */
export interface SmcPrior {
  readonly dimensions: number;
  /** A prior draw from one uniform in (0, 1) a dimension. */
  readonly fromUniforms: (u: Float64Array) => Float64Array;
  /** Natural log of the density, up to a constant; -Infinity outside the support. */
  readonly logDensity: (point: ArrayLike<number>) => number;
}

/**
 * Uniform on the unit cube: coordinates are prior chances, to be mapped by each parameter's quantile function.
 *
 * Particles near a face lose proposals beyond it; `normalScorePrior` has no faces.
 */
export function unitCubePrior(dimensions: number): SmcPrior {
  return {
    dimensions,
    fromUniforms: (u) => u.slice(),
    logDensity: (point) => (Array.from(point).every((x) => x > 0 && x < 1) ? 0 : -Infinity),
  };
}

/**
 * Independent standard normals: coordinates are normal scores z, the parameter is its quantile function at Phi(z)
 * (`normalChance`). Unbounded and scaled by the prior, which suits a normal kernel.
 */
export function normalScorePrior(dimensions: number): SmcPrior {
  return {
    dimensions,
    fromUniforms: (u) => u.map(normalQuantile),
    logDensity: (point) => Array.from(point).reduce((sum, z) => sum - square(z) / 2, 0),
  };
}

/**
 * Independent priors in the parameters' own units.
 *
 * @param marginals for each parameter its quantile function on (0, 1) and its density, 0 outside the support
 */
export function independentPrior(
  marginals: readonly { readonly quantile: (p: number) => number; readonly density: (x: number) => number }[],
): SmcPrior {
  return {
    dimensions: marginals.length,
    fromUniforms: (u) => u.map((p, index) => marginals[index]!.quantile(p)),
    logDensity: (point) =>
      marginals.reduce((sum, { density }, index) => sum + logOf(density(point[index]!)), 0),
  };
}

function logOf(density: number): number {
  return density > 0 ? ln(density) : -Infinity;
}
