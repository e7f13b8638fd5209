import { describe, expect, it } from 'vitest';
import { morrisIndices } from '../../../engine/statistics/sensitivity/morris-indices.js';
import { morrisSample } from '../../../engine/statistics/sensitivity/morris-sample.js';
import { morrisFunction } from './functions.js';

const bootstrap = { seed: 'intervals', resamples: 200 };

describe("Morris's 20-factor function", () => {
  const sample = morrisSample(20, { seed: 'morris', trajectories: 40 });
  const indices = morrisIndices(sample, sample.points.map(morrisFunction), bootstrap);
  const values = (key: 'mu' | 'muStar' | 'sigma') => indices.map((index) => index[key].value);

  it('ranks the ten factors that matter before the ten that do not', () => {
    expect(Math.min(...values('muStar').slice(0, 10))).toBeGreaterThan(
      3 * Math.max(...values('muStar').slice(10)),
    );
  });

  it('tells factors 8 to 10, additive with slope 40, from the seven that curve or interact', () => {
    for (const mu of values('mu').slice(7, 10)) expect(Math.abs(mu - 40)).toBeLessThan(4);
    expect(Math.min(...values('sigma').slice(0, 7))).toBeGreaterThan(
      2 * Math.max(...values('sigma').slice(7)),
    );
  });
});

describe('a linear function', () => {
  it('has its slopes as mu, their sizes as mu* and no sigma', () => {
    const slopes = [3, -2, 0, 0.5];
    const sample = morrisSample(4, { seed: 'linear', trajectories: 5, levels: 6, candidates: 20 });
    const response = sample.points.map((u) => slopes.reduce((sum, slope, i) => sum + slope * u[i]!, 7));
    morrisIndices(sample, response, bootstrap).forEach(({ mu, muStar, sigma }, i) => {
      expect(mu.value).toBeCloseTo(slopes[i]!, 10);
      expect(muStar.value).toBeCloseTo(Math.abs(slopes[i]!), 10);
      expect(sigma.value).toBeCloseTo(0, 10);
      expect(mu.low).toBeCloseTo(slopes[i]!, 10);
      expect(mu.high).toBeCloseTo(slopes[i]!, 10);
    });
  });
});
