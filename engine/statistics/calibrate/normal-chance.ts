import { exp, uniform } from '../../random/index.js';

const halfLogTwoPi = 0.9189385332046728;
const least = uniform(0);

/**
 * Standard normal distribution function, the way back from a normal score to the chance that a quantile function takes.
 *
 * Taylor series of Marsaglia, "Evaluating the normal distribution", Journal of Statistical Software 11 (2004), with an
 * absolute error below 1e-15. The same bits in every engine. Kept within the uniforms' own range, 2^-33 from either
 * end, so that a quantile function stays finite.
 */
export function normalChance(z: number): number {
  if (Math.abs(z) > 7) return z > 0 ? 1 - least : least;
  let sum = z;
  let term = z;
  for (let order = 3, before = NaN; sum !== before; order += 2) {
    before = sum;
    term *= (z * z) / order;
    sum += term;
  }
  return Math.min(Math.max(0.5 + sum * exp(-(z * z) / 2 - halfLogTwoPi), least), 1 - least);
}
