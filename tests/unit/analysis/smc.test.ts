import { describe, expect, it } from 'vitest';
import { addressedUniform } from '../../../engine/statistics/draws/addressed-uniform.js';
import { resampleParticles } from '../../../engine/statistics/calibrate/resample-particles.js';
import { effectiveSampleSize } from '../../../engine/statistics/calibrate/effective-sample-size.js';
import { smc } from '../../../engine/statistics/calibrate/smc.js';
import { normalScorePrior, unitCubePrior } from '../../../engine/statistics/calibrate/smc-prior.js';
import type { SmcProblem } from '../../../engine/statistics/calibrate/smc-problem.js';
import type { SmcState } from '../../../engine/statistics/calibrate/smc-state.js';

const luck = addressedUniform('unit', 'luck');
const problem: SmcProblem = {
  prior: normalScorePrior(3),
  simulate: (proposals) =>
    proposals.map(({ population, attempt, point }) => ({
      distance: Math.hypot(...point.map((x, i) => x - i / 2 + 0.2 * luck(population, attempt, i))),
    })),
};
const settings = { seed: 'unit', particles: 60, populations: 4 };

describe.each(['importance', 'metropolis'] as const)('sequential Monte Carlo by %s moves', (moves) => {
  const options = { ...settings, moves };

  it('gives the same particles whatever the batch', async () => {
    const [whole, pieces] = await Promise.all([
      smc(problem, options),
      smc(problem, { ...options, batch: 7 }),
    ]);
    expect(pieces.particles).toEqual(whole.particles);
    expect(pieces.history).toEqual(whole.history);
  });

  it('goes on from any state, through JSON, to the same end', async () => {
    const states: SmcState[] = [];
    const end = await smc(problem, { ...options, batch: 25, onProgress: (state) => states.push(state) });
    for (const at of [0, 3, states.length - 2]) {
      const resume = JSON.parse(JSON.stringify(states[at])) as SmcState;
      expect(await smc(problem, { ...options, batch: 25, resume })).toEqual(end);
    }
  });

  it('returns an unfinished state when aborted', async () => {
    const signal = { aborted: false };
    const onProgress = () => (signal.aborted = true);
    const state = await smc(problem, { ...options, batch: 10, signal, onProgress });
    expect(state.stopped).toBeNull();
    expect(state.progress).toBeCloseTo(10 / 60, 12);
    expect(await smc(problem, { ...options, batch: 10, resume: state })).toEqual(
      await smc(problem, { ...options, batch: 10 }),
    );
  });

  it('says why it stopped', async () => {
    expect((await smc(problem, options)).stopped).toBe('populations');
    expect((await smc(problem, { ...options, populations: 9, targetTolerance: 1 })).stopped).toBe(
      'tolerance',
    );
    expect((await smc(problem, { ...options, minimumAcceptance: 0.99 })).stopped).toBe('acceptance');
    expect((await smc(problem, { ...options, maximumSimulations: 100 })).stopped).toBe('simulations');
    const coarse: SmcProblem = {
      ...problem,
      simulate: (proposals) => proposals.map(() => ({ distance: 1 })),
    };
    expect((await smc(coarse, options)).stopped).toBe('no progress');
  });

  it('keeps weights that sum to 1', async () => {
    const { particles } = await smc(problem, options);
    expect(particles.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
  });

  it('never accepts a failed simulation', async () => {
    const failing: SmcProblem = {
      prior: unitCubePrior(1),
      simulate: (proposals) =>
        proposals.map(({ point }) => ({ distance: point[0]! < 0.5 ? Infinity : point[0]! })),
    };
    const { particles } = await smc(failing, { ...options, populations: 2 });
    for (const { point } of particles) expect(point[0]).toBeGreaterThanOrEqual(0.5);
  });

  it('refuses missing outcomes, distances that are no numbers and a strange state', async () => {
    const missing: SmcProblem = { ...problem, simulate: () => [] };
    await expect(smc(missing, options)).rejects.toThrow(/outcomes.length: 0 must be 60/);
    const broken: SmcProblem = {
      ...problem,
      simulate: (proposals) => proposals.map(() => ({ distance: NaN })),
    };
    await expect(smc(broken, options)).rejects.toThrow(/outcomes\[0\].distance/);
    const state = await smc(problem, options);
    await expect(smc(problem, { ...options, seed: 'other', resume: state })).rejects.toThrow(/resume.seed/);
  });
});

describe('resampling', () => {
  it('gives each particle its share, within one', () => {
    const weights = [0.5, 0, 0.3, 0.2];
    const counts = [0, 0, 0, 0];
    for (const index of resampleParticles(weights, 101, 'share')) counts[index]!++;
    weights.forEach((weight, index) => expect(Math.abs(counts[index]! - 101 * weight)).toBeLessThan(1));
    expect(counts[1]).toBe(0);
  });
});

describe('the effective sample size', () => {
  it('is the count of equal weights, and 1 of a single one', () => {
    expect(effectiveSampleSize([2, 2, 2, 2])).toBe(4);
    expect(effectiveSampleSize([0, 5, 0])).toBe(1);
  });

  it('refuses weights that are all zero', () => {
    expect(() => effectiveSampleSize([0, 0])).toThrow(/not all 0/);
  });
});
