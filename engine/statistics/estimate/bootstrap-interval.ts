import { addressedUniform } from '../draws/addressed-uniform.js';
import { quantile } from './quantile.js';
import { requireCount, requireInput } from '../../input/index.js';
import { square } from './square.js';

/** The uncertainty of one statistic, in the statistic's unit. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  /** Standard deviation over the resamples. */
  readonly standardError: number;
}

/** A statistic with its bootstrap interval. */
export interface Estimate extends Interval {
  readonly value: number;
}

/** Settings of every bootstrap here. */
export interface BootstrapOptions {
  /** Any non-empty text. */
  readonly seed: string;
  /** Resamples; default 1,000. */
  readonly resamples?: number;
  /** Share of the resamples inside the interval; default 0.9. */
  readonly level?: number;
}

/**
 * Percentile bootstrap intervals of several statistics of the same units at once.
 *
 * Source: Efron, "Bootstrap methods: another look at the jackknife", Annals of Statistics 7 (1979), 1-26.
 *
 * @param count independent units to draw from with replacement: replicates, trajectories or rows, 1 or more
 * @param statistics of a sample, given the `count` drawn unit numbers; its array may be reused between calls
 * @returns one interval a statistic
 * @throws InputError when the count, the resamples or the level break their rule
 */
export function bootstrapIntervals(
  count: number,
  statistics: (sample: Uint32Array) => ArrayLike<number>,
  options: BootstrapOptions,
): Interval[] {
  const { seed, resamples = 1000, level = 0.9 } = options;
  requireCount('count', count, 1);
  requireCount('resamples', resamples, 1);
  requireInput(level > 0 && level < 1, 'level', level, 'must be between 0 and 1', 'give for example 0.9');
  const draw = addressedUniform(seed, 'bootstrap');
  const sample = new Uint32Array(count);
  const values: Float64Array[] = [];
  for (let resample = 0; resample < resamples; resample++) {
    for (let unit = 0; unit < count; unit++) sample[unit] = draw(0, resample, unit) * count;
    const drawn = statistics(sample);
    for (let s = 0; s < drawn.length; s++) (values[s] ??= new Float64Array(resamples))[resample] = drawn[s]!;
  }
  return values.map((column) => percentileInterval(column, level));
}

/**
 * Percentile bootstrap interval of one statistic of a list of values.
 *
 * @param values independent units, in any unit
 * @param statistic of a list of values, for example the mean
 * @throws InputError as `bootstrapIntervals`
 */
export function bootstrapInterval(
  values: ArrayLike<number>,
  statistic: (values: Float64Array) => number,
  options: BootstrapOptions,
): Estimate {
  const drawn = new Float64Array(values.length);
  const resampled = (sample: Uint32Array): [number] => {
    sample.forEach((unit, place) => (drawn[place] = values[unit]!));
    return [statistic(drawn)];
  };
  const [interval] = bootstrapIntervals(values.length, resampled, options);
  return { value: statistic(Float64Array.from(values)), ...interval! };
}

function percentileInterval(values: Float64Array, level: number): Interval {
  // Shifted by the first value, so that equal values have an error of exactly zero.
  const shift = values[0]!;
  const mean = values.reduce((sum, value) => sum + (value - shift), 0) / values.length;
  const squares = values.reduce((sum, value) => sum + square(value - shift - mean), 0);
  const sorted = values.sort();
  return {
    low: quantile(sorted, (1 - level) / 2),
    high: quantile(sorted, (1 + level) / 2),
    standardError: Math.sqrt(squares / Math.max(values.length - 1, 1)),
  };
}
