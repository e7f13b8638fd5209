import { beforeAll, describe, expect, it } from 'vitest';
import { addressedUniform } from '../../../engine/statistics/draws/addressed-uniform.js';
import { adjustByRegression } from '../../../engine/statistics/calibrate/adjust-by-regression.js';
import { normalChance } from '../../../engine/statistics/calibrate/normal-chance.js';
import { simulationBasedCalibration } from '../../../engine/statistics/calibrate/simulation-based-calibration.js';
import { resampleParticles } from '../../../engine/statistics/calibrate/resample-particles.js';
import { smc } from '../../../engine/statistics/calibrate/smc.js';
import {
  independentPrior,
  normalScorePrior,
  type SmcPrior,
  unitCubePrior,
} from '../../../engine/statistics/calibrate/smc-prior.js';
import type { SmcProblem } from '../../../engine/statistics/calibrate/smc-problem.js';
import type { SmcState } from '../../../engine/statistics/calibrate/smc-state.js';
import { normalQuantile } from '../../../engine/random/index.js';

/**
 * Conjugate toy: a mean with the prior N(0, 1), twenty observations with sd 1 whose mean is seen. The posterior is
 * N(20 m / 21, 1 / 21). A second parameter is never seen and keeps its prior.
 */
const observations = 20;
const seen = 0.8;
const posterior = { mean: (observations * seen) / (observations + 1), sd: 1 / Math.sqrt(observations + 1) };

function toy(
  prior: SmcPrior,
  meanOf: (point: Float64Array) => number,
  observed: number,
  seed: string,
): SmcProblem {
  const luck = addressedUniform(seed, 'toy luck');
  return {
    prior,
    simulate: (proposals) =>
      proposals.map(({ population, attempt, point }) => {
        const noise = normalQuantile(luck(population, attempt, 0)) / Math.sqrt(observations);
        const mean = meanOf(point) + noise;
        return { distance: Math.abs(mean - observed), statistics: [mean] };
      }),
  };
}

function weightedMoments(
  particles: readonly { point: readonly number[]; weight: number }[],
  value: (p: number) => number,
) {
  const values = particles.map(({ point }) => value(point[0]!));
  const mean = particles.reduce((sum, { weight }, i) => sum + weight * values[i]!, 0);
  const variance = particles.reduce((sum, { weight }, i) => sum + weight * (values[i]! - mean) ** 2, 0);
  return { mean, sd: Math.sqrt(variance) };
}

const density = (z: number) => Math.exp((-z * z) / 2);
const scores: [string, SmcPrior, (x: number) => number, 'importance' | 'metropolis'][] = [
  ['normal scores', normalScorePrior(2), (z) => z, 'importance'],
  ['normal scores by Metropolis moves', normalScorePrior(2), (z) => z, 'metropolis'],
  ['the unit cube by Metropolis moves', unitCubePrior(2), normalQuantile, 'metropolis'],
  ['the unit cube', unitCubePrior(2), normalQuantile, 'importance'],
  [
    "the parameters' own units",
    independentPrior([
      { quantile: normalQuantile, density },
      { quantile: normalQuantile, density },
    ]),
    (z) => z,
    'importance',
  ],
];

describe.each(scores)('a conjugate normal mean, in %s', (_, prior, toMean, moves) => {
  let result: SmcState;
  beforeAll(async () => {
    const problem = toy(prior, (point) => toMean(point[0]!), seen, 'toy');
    result = await smc(problem, { seed: 'toy', particles: 1000, populations: 6, moves });
  });

  it('has its known posterior', () => {
    const { particles, history } = result;
    const tolerance = history.at(-1)!.tolerance!;
    const { mean, sd } = weightedMoments(particles, toMean);
    expect(Math.abs(mean - posterior.mean)).toBeLessThan(0.02);
    // A uniform error within the tolerance adds a third of its square to the variance of the data.
    const blurred = Math.sqrt(1 / (1 + 1 / (1 / observations + tolerance ** 2 / 3)));
    expect(Math.abs(sd / blurred - 1)).toBeLessThan(0.06);
    expect(tolerance).toBeLessThan(0.08);
  });

  it('leaves a parameter that is not seen at its prior', () => {
    const { particles } = result;
    const other = particles.map(({ point, weight }) => ({ point: [point[1]!], weight }));
    const { mean, sd } = weightedMoments(other, toMean);
    expect(Math.abs(mean)).toBeLessThan(0.1);
    expect(Math.abs(sd - 1)).toBeLessThan(0.1);
  });

  it('falls in tolerance and keeps most of its effective size', () => {
    const { history } = result;
    const tolerances = history.slice(1).map(({ tolerance }) => tolerance!);
    expect(tolerances).toEqual([...tolerances].sort((a, b) => b - a));
    for (const { effectiveSampleSize } of history) expect(effectiveSampleSize).toBeGreaterThan(500);
  });
});

describe('twenty-five parameters, of which six are seen', () => {
  it('keep their posterior and prior spread, by Metropolis moves', async () => {
    const luck = addressedUniform('many', 'luck');
    const sd = 0.5;
    const simulate: SmcProblem['simulate'] = (proposals) =>
      proposals.map(({ population, attempt, point }) => {
        const data = [0, 1, 2, 3, 4, 5].map(
          (d) => point[d]! + sd * normalQuantile(luck(population, attempt, d)),
        );
        return { distance: Math.hypot(...data.map((x) => x - 1)), statistics: data };
      });
    const options = { seed: 'many', particles: 800, populations: 6 };
    const { particles } = await smc({ prior: normalScorePrior(25), simulate }, options);
    const adjusted = adjustByRegression(particles, [1, 1, 1, 1, 1, 1]);
    const coordinate = (d: number) =>
      weightedMoments(
        adjusted.map(({ point, weight }) => ({ point: [point[d]!], weight })),
        (z) => z,
      );
    const seenOnes = [0, 1, 2, 3, 4, 5].map(coordinate);
    for (const { mean, sd: spread } of seenOnes) {
      expect(Math.abs(mean - 0.8)).toBeLessThan(0.1);
      expect(Math.abs(spread - Math.sqrt(0.2))).toBeLessThan(0.08);
    }
    const others = Array.from({ length: 19 }, (_, d) => coordinate(6 + d).sd);
    expect(Math.abs(others.reduce((a, b) => a + b) / 19 - 1)).toBeLessThan(0.06);
  });
});

describe('regression adjustment', () => {
  it('repairs the spread of a coarse tolerance', async () => {
    const problem = toy(normalScorePrior(1), (point) => point[0]!, seen, 'coarse');
    const { particles } = await smc(problem, { seed: 'coarse', particles: 3000, populations: 2 });
    const coarse = weightedMoments(particles, (z) => z);
    const adjusted = weightedMoments(adjustByRegression(particles, [seen]), (z) => z);
    expect(coarse.sd).toBeGreaterThan(1.5 * posterior.sd);
    expect(Math.abs(adjusted.mean - posterior.mean)).toBeLessThan(0.02);
    expect(Math.abs(adjusted.sd / posterior.sd - 1)).toBeLessThan(0.05);
  });
});

describe('simulation-based calibration', () => {
  const truths = addressedUniform('sbc', 'truth');
  const normalAt = (repeat: number, column: number) => normalQuantile(truths(0, repeat, column));
  const observedAt = (repeat: number) => normalAt(repeat, 0) + normalAt(repeat, 1) / Math.sqrt(observations);

  it('finds sequential Monte Carlo with regression adjustment calibrated', async () => {
    const check = await simulationBasedCalibration(
      async (repeat) => {
        const observed = observedAt(repeat);
        const seed = `sbc ${repeat}`;
        const problem = toy(normalScorePrior(1), (point) => point[0]!, observed, seed);
        const { particles } = await smc(problem, { seed, particles: 200, populations: 4 });
        const adjusted = adjustByRegression(particles, [observed]);
        const chosen = resampleParticles(
          adjusted.map(({ weight }) => weight),
          19,
          seed,
        );
        // Thinned by resampling to a few draws, which are then nearly independent.
        return { truth: [normalAt(repeat, 0)], draws: [...chosen].map((index) => adjusted[index]!.point) };
      },
      { repeats: 200, bins: 10 },
    );
    expect(check.histograms[0]!.p).toBeGreaterThan(0.01);
  });

  it('finds exact posterior draws calibrated, and draws that are too narrow or biased not', async () => {
    const checkOf = (width: number, bias: number) =>
      simulationBasedCalibration(
        (repeat) => {
          const mean = (observations * observedAt(repeat)) / (observations + 1);
          const draws = Array.from({ length: 99 }, (_, draw) => [
            mean + bias * posterior.sd + width * posterior.sd * normalAt(repeat, 2 + draw),
          ]);
          return { truth: [normalAt(repeat, 0)], draws };
        },
        { repeats: 1000 },
      );
    const [exact, narrow, biased] = await Promise.all([checkOf(1, 0), checkOf(0.6, 0), checkOf(1, 0.5)]);
    expect(exact.histograms[0]!.p).toBeGreaterThan(0.01);
    expect(narrow.histograms[0]!.p).toBeLessThan(1e-6);
    expect(biased.histograms[0]!.p).toBeLessThan(1e-6);
  });
});

describe('the normal distribution function', () => {
  it('is the inverse of the quantile function', () => {
    for (const z of [-6, -3.2, -1, -0.01, 0, 0.5, 2, 5.5])
      expect(normalQuantile(normalChance(z))).toBeCloseTo(z, 6);
    expect(normalChance(1.959963984540054)).toBeCloseTo(0.975, 14);
    expect(normalChance(-40)).toBeGreaterThan(0);
    expect(normalChance(40)).toBeLessThan(1);
  });
});
