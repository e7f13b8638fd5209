import { type BootstrapOptions, bootstrapIntervals, type Estimate } from '../estimate/bootstrap-interval.js';
import type { MorrisSample } from './morris-sample.js';
import { requireResponses } from '../../input/index.js';
import { square } from '../estimate/square.js';

/** What one factor does, in the response's unit for a move across the factor's whole range. */
export interface MorrisIndex {
  /** Mean elementary effect: the direction; effects of both signs cancel. */
  readonly mu: Estimate;
  /** Mean absolute elementary effect: the importance. */
  readonly muStar: Estimate;
  /** Standard deviation of the elementary effects: curvature or interaction. */
  readonly sigma: Estimate;
}

/**
 * Elementary effects of each factor, with bootstrap intervals over trajectories.
 *
 * Sources: Morris (1991); mu* from Campolongo, Cariboni and Saltelli (2007), see `morrisSample`. An effect is the
 * change of the response over the change of the unit coordinate. A constant response gives zeros.
 *
 * @param response one finite number for each point of the sample, in its order, any unit
 * @returns one index a factor
 * @throws InputError when the response has another size than the sample or a value is not finite
 */
export function morrisIndices(
  sample: MorrisSample,
  response: ArrayLike<number>,
  options: BootstrapOptions,
): MorrisIndex[] {
  const { dimensions, trajectories, points } = sample;
  requireResponses(response, points.length, `Morris sample (${trajectories} x (${dimensions} + 1))`);
  const effects = elementaryEffects(sample, response);
  const all = Uint32Array.from({ length: trajectories }, (_, index) => index);
  const values = summaries(effects, all).slice();
  const intervals = bootstrapIntervals(trajectories, (drawn) => summaries(effects, drawn), options);
  const estimate = (at: number): Estimate => ({ value: values[at]!, ...intervals[at]! });
  return effects.map((_, factor) => ({
    mu: estimate(3 * factor),
    muStar: estimate(3 * factor + 1),
    sigma: estimate(3 * factor + 2),
  }));
}

/** Effects by factor, then trajectory. */
function elementaryEffects(sample: MorrisSample, response: ArrayLike<number>): Float64Array[] {
  const { dimensions, trajectories, points } = sample;
  const effects = Array.from({ length: dimensions }, () => new Float64Array(trajectories));
  for (let trajectory = 0; trajectory < trajectories; trajectory++) {
    const start = trajectory * (dimensions + 1);
    for (let step = start; step < start + dimensions; step++) {
      const from = points[step]!;
      const to = points[step + 1]!;
      const factor = to.findIndex((coordinate, index) => coordinate !== from[index]);
      effects[factor]![trajectory] = (response[step + 1]! - response[step]!) / (to[factor]! - from[factor]!);
    }
  }
  return effects;
}

/** mu, mu* and sigma of each factor over the drawn trajectories, factor after factor. */
function summaries(effects: readonly Float64Array[], drawn: Uint32Array): Float64Array {
  const out = new Float64Array(3 * effects.length);
  effects.forEach((factorEffects, factor) => {
    let [sum, absolute, squares] = [0, 0, 0];
    for (const trajectory of drawn) {
      sum += factorEffects[trajectory]!;
      absolute += Math.abs(factorEffects[trajectory]!);
    }
    const mu = sum / drawn.length;
    for (const trajectory of drawn) squares += square(factorEffects[trajectory]! - mu);
    out[3 * factor] = mu;
    out[3 * factor + 1] = absolute / drawn.length;
    out[3 * factor + 2] = Math.sqrt(squares / Math.max(drawn.length - 1, 1));
  });
  return out;
}
