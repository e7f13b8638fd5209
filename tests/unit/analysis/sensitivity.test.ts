import { describe, expect, it } from 'vitest';
import { morrisIndices } from '../../../engine/statistics/sensitivity/morris-indices.js';
import { morrisSample } from '../../../engine/statistics/sensitivity/morris-sample.js';
import { saltelliSample } from '../../../engine/statistics/sensitivity/saltelli-sample.js';
import { sobolIndices } from '../../../engine/statistics/sensitivity/sobol-indices.js';
import { InputError } from '../../../engine/input/problem.js';

const bootstrap = { seed: 'intervals', resamples: 50 };
const morris = morrisSample(3, { seed: 'm', trajectories: 6 });
const saltelli = saltelliSample(3, { seed: 's', base: 16 });

describe('a constant response', () => {
  it('has no elementary effects', () => {
    for (const index of morrisIndices(
      morris,
      morris.points.map(() => 0.1),
      bootstrap,
    )) {
      for (const estimate of Object.values(index)) {
        expect(estimate).toEqual({ value: 0, low: 0, high: 0, standardError: 0 });
      }
    }
  });

  it('has no variance to share', () => {
    const indices = sobolIndices(
      saltelli,
      saltelli.points.map(() => 0.1),
      bootstrap,
    );
    expect(indices.variance).toBe(0);
    for (const { value, low, high } of [...indices.first, ...indices.total, ...indices.second]) {
      expect([value, low, high].map(Math.abs)).toEqual([0, 0, 0]);
    }
  });
});

describe('a response of the wrong size', () => {
  it('is refused with both sizes', () => {
    const short = new Float64Array(23);
    expect(() => morrisIndices(morris, short, bootstrap)).toThrow(InputError);
    expect(() => morrisIndices(morris, short, bootstrap)).toThrow(/23 must be 24.*6 x \(3 \+ 1\)/);
    expect(() => sobolIndices(saltelli, short, bootstrap)).toThrow(/23 must be 128.*16 x 8/);
  });

  it('is refused with a value that is not finite', () => {
    const broken = morris.points.map((_, index) => (index === 5 ? NaN : 1));
    expect(() => morrisIndices(morris, broken, bootstrap)).toThrow(/response\[5\].*NaN.*finite/);
  });
});

describe('the Morris design', () => {
  it('moves each factor once a trajectory, by half the grid', () => {
    for (let start = 0; start < morris.points.length; start += 4) {
      const moved = [0, 1, 2].map((step) => {
        const [from, to] = [morris.points[start + step]!, morris.points[start + step + 1]!];
        const changed = [0, 1, 2].filter((factor) => from[factor] !== to[factor]);
        expect(changed).toHaveLength(1);
        expect(Math.abs(to[changed[0]!]! - from[changed[0]!]!)).toBeCloseTo(2 / 3, 12);
        return changed[0];
      });
      expect(moved.sort()).toEqual([0, 1, 2]);
    }
  });

  it('uses every level of every factor equally often', () => {
    const { points } = morrisSample(2, { seed: 'levels', trajectories: 2000 });
    for (const level of [0, 1 / 3, 2 / 3, 1]) {
      const share = points.filter((point) => Math.abs(point[1]! - level) < 1e-9).length / points.length;
      expect(Math.abs(share - 0.25)).toBeLessThan(0.02);
    }
  });

  it('keeps the first trajectories when more are asked for', () => {
    const more = morrisSample(3, { seed: 'm', trajectories: 9 });
    expect(more.points.slice(0, 24)).toEqual(morris.points);
  });

  it('spreads chosen trajectories wider than random ones', () => {
    const spreadOf = (points: readonly Float64Array[]) =>
      points.reduce(
        (sum, a) => sum + points.reduce((s, b) => s + Math.hypot(...a.map((x, i) => x - b[i]!)), 0),
        0,
      );
    const chosen = morrisSample(5, { seed: 'spread', trajectories: 4, candidates: 60 });
    const random = morrisSample(5, { seed: 'spread', trajectories: 4 });
    expect(spreadOf(chosen.points)).toBeGreaterThan(spreadOf(random.points));
  });

  it('refuses an odd grid', () => {
    expect(() => morrisSample(2, { seed: 'm', levels: 5 })).toThrow(/levels: 5 must be an even number/);
  });
});

describe('the Saltelli design', () => {
  it('crosses A and B one coordinate at a time', () => {
    const [a, b, ...crossed] = saltelli.points.slice(0, 8) as [Float64Array, Float64Array, ...Float64Array[]];
    [0, 1, 2].forEach((factor) => {
      expect(crossed[factor]).toEqual(a.with(factor, b[factor]!));
      expect(crossed[3 + factor]).toEqual(b.with(factor, a[factor]!));
    });
  });

  it('refuses more factors than the tables reach', () => {
    expect(() => saltelliSample(81, { seed: 's' })).toThrow(/162 must be at most 161; screen/);
  });
});
