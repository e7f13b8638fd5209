import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hypervolume } from '../../../engine/statistics/optimise/hypervolume.js';
import { interleavedOrder } from '../../../engine/statistics/draws/interleaved-order.js';
import { leastSquares } from '../../../engine/statistics/estimate/least-squares.js';
import { morrisIndices } from '../../../engine/statistics/sensitivity/morris-indices.js';
import { morrisSample } from '../../../engine/statistics/sensitivity/morris-sample.js';
import { nondominatedSort, dominates } from '../../../engine/statistics/optimise/pareto.js';
import { regret } from '../../../engine/statistics/optimise/regret.js';
import { saltelliSample } from '../../../engine/statistics/sensitivity/saltelli-sample.js';
import { shapley } from '../../../engine/statistics/sensitivity/shapley.js';
import { sobolIndices } from '../../../engine/statistics/sensitivity/sobol-indices.js';
import { sobolSequence } from '../../../engine/statistics/draws/sobol-sequence.js';

const number = fc.double({ min: -100, max: 100, noNaN: true });
const few = { numRuns: 30 };
const bootstrap = { seed: 'b', resamples: 5 };

describe('Shapley values', () => {
  const game = fc
    .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 4 }))
    .chain(([players, replicates]) =>
      fc.tuple(
        fc.constant(players),
        fc.array(fc.array(number, { minLength: replicates, maxLength: replicates }), {
          minLength: 2 ** players,
          maxLength: 2 ** players,
        }),
      ),
    );

  it('sum to what all achieve together, in every replicate', () => {
    fc.assert(
      fc.property(game, ([players, values]) => {
        const shares = shapley(players, (coalition) => values[coalition]!);
        values[0]!.forEach((none, replicate) => {
          const sum = shares.reduce((total, share) => total + share.replicates[replicate]!, 0);
          expect(sum).toBeCloseTo(values.at(-1)![replicate]! - none, 8);
        });
      }),
    );
  });

  it('are the own effects when effects add, nothing for a player without any, and equal for equals', () => {
    fc.assert(
      fc.property(fc.array(number, { minLength: 2, maxLength: 6 }), (effects) => {
        const additive = (coalition: number) => [
          effects.reduce((sum, effect, player) => sum + (coalition & (1 << player) ? effect : 0), 0),
        ];
        shapley(effects.length, additive).forEach(({ mean }, player) =>
          expect(mean).toBeCloseTo(effects[player]!, 8),
        );
      }),
    );
    const glove = shapley(3, (coalition) => [coalition & 1 && coalition & 6 ? 1 : 0]);
    [2 / 3, 1 / 6, 1 / 6].forEach((share, player) => expect(glove[player]!.mean).toBeCloseTo(share, 12));
  });

  it('have the t interval of their paired replicates', () => {
    const [share] = shapley(1, (coalition) => (coalition === 1 ? [3, 5, 7] : [1, 1, 1]));
    expect(share!.mean).toBe(4);
    expect(share!.standardError).toBeCloseTo(2 / Math.sqrt(3), 12);
    expect(share!.high - 4).toBeCloseTo((2.919986 * 2) / Math.sqrt(3), 5);
  });
});

describe('sensitivity indices', () => {
  const slopes = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 2, maxLength: 4 });
  const response = (points: readonly Float64Array[], weights: readonly number[]) =>
    points.map((u) => weights.reduce((sum, weight, i) => sum + weight * u[i]! + weight * u[0]! * u[i]!, 0));

  it('of Morris scale with the response and ignore a shift', () => {
    fc.assert(
      fc.property(slopes, number, (weights, shift) => {
        const sample = morrisSample(weights.length, { seed: 'scale', trajectories: 8 });
        const plain = response(sample.points, weights);
        const base = morrisIndices(sample, plain, bootstrap);
        const moved = morrisIndices(
          sample,
          plain.map((y) => shift - 2 * y),
          bootstrap,
        );
        base.forEach((index, factor) => {
          expect(moved[factor]!.mu.value).toBeCloseTo(-2 * index.mu.value, 8);
          expect(moved[factor]!.muStar.value).toBeCloseTo(2 * index.muStar.value, 8);
          expect(moved[factor]!.sigma.value).toBeCloseTo(2 * index.sigma.value, 8);
        });
      }),
      few,
    );
  });

  it('of Sobol do not change with the unit of the response', () => {
    fc.assert(
      fc.property(slopes, number, (weights, shift) => {
        const sample = saltelliSample(weights.length, { seed: 'scale', base: 32 });
        const plain = response(sample.points, weights);
        const base = sobolIndices(sample, plain, bootstrap);
        const moved = sobolIndices(
          sample,
          plain.map((y) => shift - 2 * y),
          bootstrap,
        );
        base.first.forEach(({ value }, i) => expect(moved.first[i]!.value).toBeCloseTo(value, 6));
        base.total.forEach(({ value }, i) => expect(moved.total[i]!.value).toBeCloseTo(value, 6));
        base.second.forEach(({ value }, i) => expect(moved.second[i]!.value).toBeCloseTo(value, 6));
      }),
      few,
    );
  });
});

describe('designs', () => {
  it('in interleaved order run every combination once', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 4 }), (levels) => {
        const total = levels.reduce((product, count) => product * count, 1);
        expect([...interleavedOrder(levels)].sort((a, b) => a - b)).toEqual([...Array(total).keys()]);
      }),
      few,
    );
  });

  it('of Sobol keep their columns when a dimension is added', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 80 }), fc.integer({ min: 0, max: 40 }), (dimensions, count) => {
        const wider = sobolSequence(count, dimensions + 1, { seed: 'wider' });
        const narrow = sobolSequence(count, dimensions, { seed: 'wider' });
        expect(wider.map((point) => point.slice(0, -1))).toEqual(narrow);
      }),
      few,
    );
  });
});

describe('fronts', () => {
  const members = fc.array(
    fc.record({
      objectives: fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 })),
      violation: fc.constantFrom(0, 0, 0, 1, 2),
    }),
    { minLength: 1, maxLength: 30 },
  );

  it('hold every member once, and a later one is dominated by an earlier', () => {
    fc.assert(
      fc.property(members, (population) => {
        const fronts = nondominatedSort(population);
        expect(fronts.flat().sort((a, b) => a - b)).toEqual([...population.keys()]);
        fronts.slice(1).forEach((front, at) => {
          for (const index of front) {
            expect(fronts[at]!.some((other) => dominates(population[other]!, population[index]!))).toBe(true);
          }
        });
      }),
    );
  });

  it('dominate as much volume as a count of unit cells says', () => {
    fc.assert(
      fc.property(members, (population) => {
        const points = population.map(({ objectives }) => objectives);
        let cells = 0;
        for (let x = 0; x < 10; x++) {
          for (let y = 0; y < 10; y++) cells += Number(points.some(([a, b]) => a <= x && b <= y));
        }
        expect(hypervolume(points, [10, 10])).toBe(cells);
      }),
    );
  });
});

describe('regret', () => {
  it('is zero for some option in every future, and negating outcomes turns the direction round', () => {
    const table = fc.array(fc.array(number, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(table, (outcomes) => {
        const high = regret(outcomes, 'higher');
        for (let future = 0; future < 3; future++) {
          expect(Math.min(...high.regrets.map((row) => row[future]!))).toBe(0);
        }
        const low = regret(
          outcomes.map((row) => row.map((x) => -x)),
          'lower',
        );
        expect([...low.worst]).toEqual([...high.worst]);
        expect(low.choice).toBe(high.choice);
      }),
    );
  });
});

describe('least squares', () => {
  it('leaves residuals at right angles to the predictors', () => {
    const row = fc.tuple(number, number, number);
    fc.assert(
      fc.property(fc.array(row, { minLength: 6, maxLength: 20 }), (rows) => {
        const predictors = rows.map(([a, b], at) => [a + 7 * Math.sin(at), b + 5 * Math.cos(3 * at)]);
        const response = rows.map(([, , y]) => y);
        const { residuals } = leastSquares(predictors, response);
        for (const column of [0, 1]) {
          const product = predictors.reduce((sum, x, at) => sum + x[column]! * residuals[at]!, 0);
          expect(Math.abs(product)).toBeLessThan(1e-6);
        }
        expect(Math.abs(residuals.reduce((sum, residual) => sum + residual, 0))).toBeLessThan(1e-6);
      }),
    );
  });
});
