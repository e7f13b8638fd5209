import { canonicalJson } from '../../ensemble/index.js';
import type { Scenario } from '../../scenario/index.js';
import { problemAt } from '../../input/schema-problems.js';
import { InputError } from '../../input/index.js';
import { factorValue } from '../factors/factor.js';
import { factorial } from '../../statistics/index.js';
import { interleavedOrder } from '../../statistics/index.js';
import { latinHypercube } from '../../statistics/index.js';
import { oneAtATime } from '../../statistics/index.js';
import type { FactorLevel } from '../factors/point-scenario.js';
import { sobolSequence } from '../../statistics/index.js';
import type { SweepDesign } from './sweep-document.js';
import { type SweepFactor, sweepFactors } from './sweep-factor.js';

/** Value of a factor in a run; null where the scenario's own stays (one-at-a-time designs). */
export type PointValue = FactorLevel | null;

/** All runs of a sweep. */
export interface SweepPlan {
  readonly design: SweepDesign;
  readonly scenario: Scenario;
  readonly factors: readonly SweepFactor[];
  /** Factor values of each run, in the factors' order; a run's number is its place here, from 0. */
  readonly points: readonly (readonly PointValue[])[];
  /** Run numbers in the order of running: a part of a sweep already covers the space. */
  readonly order: Uint32Array;
}

const mostRuns = 1_000_000;

/**
 * Lays out a sweep. A longer sobol design begins with the shorter one.
 *
 * @param scenario as the sweep runs it, without the factors
 * @param seed of the latin-hypercube and sobol points
 * @throws InputError with every problem of the factors, each with its line
 */
export function planSweep(design: SweepDesign, scenario: Scenario, seed: string): SweepPlan {
  const factors = sweepFactors(design.factors, design.design, scenario, design.place);
  const counts = factors.map(({ levels }) => levels?.length ?? 1);
  const product = counts.reduce((total, count) => total * count, 1);
  if (design.design === 'factorial' && product > mostRuns) {
    const rule = `must make at most ${mostRuns.toLocaleString('en-US')} combinations`;
    const remedy = 'take fewer levels, or a sobol design';
    throw new InputError([
      problemAt(design.place, ['factors'], `${product.toLocaleString('en-US')} combinations`, rule, remedy),
    ]);
  }
  return { design, scenario, factors, ...layOut(design, factors, seed) };
}

function layOut(
  { design, runs = 1 }: SweepDesign,
  factors: readonly SweepFactor[],
  seed: string,
): Pick<SweepPlan, 'points' | 'order'> {
  switch (design) {
    case 'factorial': {
      const levels = factors.map((factor) => factor.levels ?? []);
      return { points: factorial(levels), order: interleavedOrder(levels.map(({ length }) => length)) };
    }
    case 'one-at-a-time': {
      const unset = factors.map((): PointValue => null);
      const points = oneAtATime<PointValue>(
        unset,
        factors.map(({ levels }) => levels ?? []),
      ).map(({ point }) => point);
      const others = interleavedOrder([points.length - 1]);
      return { points, order: Uint32Array.of(0, ...others.map((run) => run + 1)) };
    }
    case 'latin-hypercube':
      return sampled(latinHypercube(runs, factors.length, seed), factors);
    case 'sobol':
      return sampled(sobolSequence(runs, factors.length, { seed }), factors);
  }
}

/** Points of the unit cube as factor values; random and Sobol points cover the space at any length. */
function sampled(
  cube: readonly Float64Array[],
  factors: readonly SweepFactor[],
): Pick<SweepPlan, 'points' | 'order'> {
  const points = cube.map((point) =>
    factors.map(({ levels, range }, index): PointValue => {
      const u = point[index] ?? 0;
      if (range) return factorValue(range, u);
      return levels?.[Math.min(Math.floor(u * levels.length), levels.length - 1)] ?? null;
    }),
  );
  return { points, order: Uint32Array.from(points.keys()) };
}

/** What makes a run the same run in another design: the values that it sets, by address. */
export function pointKey(addresses: readonly string[], point: readonly PointValue[]): string {
  return canonicalJson(
    Object.fromEntries(
      addresses
        .map((address, index) => [address, point[index] ?? null])
        .filter(([, value]) => value !== null),
    ),
  );
}
