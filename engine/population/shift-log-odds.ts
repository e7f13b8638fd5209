import { exp } from '../random/index.js';

/** Newton steps; the log odds are smooth and monotone, six reach the last bits. */
const STEPS = 12;

/**
 * Shares from log odds, all moved by one shift so that their weighted mean is the one asked for.
 *
 * @param logOdds one an entity
 * @param weights at least 0, not all zero
 * @param mean 0..1; at the ends every share is at the end
 * @returns shares in 0..1
 */
export function shiftLogOdds(logOdds: Float64Array, weights: ArrayLike<number>, mean: number): Float64Array {
  if (mean <= 0 || mean >= 1) return new Float64Array(logOdds.length).fill(mean <= 0 ? 0 : 1);
  const shares = new Float64Array(logOdds.length);
  let shift = 0;
  for (let step = 0; ; step++) {
    let total = 0;
    let sum = 0;
    let slope = 0;
    for (let i = 0; i < shares.length; i++) {
      const share = 1 / (1 + exp(-(logOdds[i]! + shift)));
      const weight = weights[i] ?? 0;
      shares[i] = share;
      total += weight;
      sum += weight * share;
      slope += weight * share * (1 - share);
    }
    const miss = mean * total - sum;
    if (step === STEPS || Math.abs(miss) < 1e-13 * total || slope === 0) return shares;
    shift += Math.max(-2, Math.min(2, miss / slope));
  }
}
