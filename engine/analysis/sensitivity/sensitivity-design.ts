import type { Estimate } from '../../statistics/index.js';
import { morrisIndices } from '../../statistics/index.js';
import { morrisSample } from '../../statistics/index.js';
import { saltelliSample } from '../../statistics/index.js';
import type { MorrisEffects, SensitivityMethod, SobolShares } from './sensitivity-document.js';
import { sobolIndices } from '../../statistics/index.js';

/** Points to run, and how to read what came out. */
export interface SensitivityDesign {
  /** Of the unit cube. */
  readonly points: readonly Float64Array[];
  /** @param response one number a point */
  readonly read: (
    response: Float64Array,
    addresses: readonly string[],
    level: number,
  ) => MorrisEffects | SobolShares;
}

/**
 * The design of a method for some factors.
 *
 * @param samples trajectories or base points
 * @throws InputError when a count breaks its rule
 */
export function sensitivityDesign(
  method: SensitivityMethod,
  factors: number,
  samples: number,
  seed: string,
  secondOrder: boolean,
): SensitivityDesign {
  return method === 'morris'
    ? morrisDesign(factors, samples, seed)
    : sobolDesign(factors, samples, seed, secondOrder);
}

function morrisDesign(factors: number, trajectories: number, seed: string): SensitivityDesign {
  const sample = morrisSample(factors, { seed, trajectories });
  return {
    points: sample.points,
    read(response, addresses, level) {
      const indices = morrisIndices(sample, response, { seed, level });
      return { kind: 'morris', effects: named(addresses, indices) };
    },
  };
}

function sobolDesign(factors: number, base: number, seed: string, secondOrder: boolean): SensitivityDesign {
  const sample = saltelliSample(factors, { seed, base, secondOrder });
  return {
    points: sample.points,
    read(response, addresses, level) {
      const { first, total, second, variance } = sobolIndices(sample, response, { seed, level });
      const shares = first.map((own, index) => ({ first: own, total: total[index]! }));
      const pairs = second.map(({ a, b, ...estimate }) => {
        const interval: Estimate = estimate;
        return { a: addresses[a]!, b: addresses[b]!, ...interval };
      });
      return { kind: 'sobol', variance, shares: named(addresses, shares), pairs };
    },
  };
}

function named<T>(addresses: readonly string[], values: readonly T[]): Record<string, T> {
  return Object.fromEntries(addresses.map((address, index) => [address, values[index]!]));
}
