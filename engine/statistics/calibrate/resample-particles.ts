import { addressedUniform } from '../draws/addressed-uniform.js';
import { requireCount } from '../../input/index.js';
import { effectiveSampleSize } from './effective-sample-size.js';

/**
 * Equally weighted draws from weighted ones by systematic resampling: each occurs within one of its fair share.
 *
 * Source: Carpenter, Clifford and Fearnhead, "Improved particle filter for nonlinear problems", IEE Proceedings Radar,
 * Sonar and Navigation 146 (1999), 2-7.
 *
 * @param weights 0 or more, in any scale, not all 0
 * @param count draws, 1 or more
 * @returns indices into the weights, ascending
 * @throws InputError when the weights or the count break their rule
 */
export function resampleParticles(weights: ArrayLike<number>, count: number, seed: string): Uint32Array {
  requireCount('count', count, 1);
  effectiveSampleSize(weights);
  const values = Array.from(weights);
  const total = values.reduce((sum, weight) => sum + weight, 0);
  const offset = addressedUniform(seed, 'systematic resampling')(0, 0, 0);
  const last = values.findLastIndex((weight) => weight > 0);
  let index = 0;
  let end = values[0]!;
  return Uint32Array.from({ length: count }, (_, draw) => {
    const place = ((draw + offset) / count) * total;
    while (place >= end && index < last) end += values[++index]!;
    return index;
  });
}
