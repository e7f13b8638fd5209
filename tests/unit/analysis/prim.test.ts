import { describe, expect, it } from 'vitest';
import { latinHypercube } from '../../../engine/statistics/draws/latin-hypercube.js';
import { chooseBox, prim } from '../../../engine/statistics/discover/prim.js';
import { inBox } from '../../../engine/statistics/discover/prim-box.js';

/** 2,000 points in five dimensions, of interest inside a box on the first and third. */
const points = latinHypercube(2000, 5, 'prim');
const inside = (point: ArrayLike<number>) => point[0]! > 0.6 && point[2]! > 0.2 && point[2]! < 0.6;
const interest = points.map(inside);

describe('a known box without noise', () => {
  const result = prim(points, interest, { patience: 0.05, minimumMass: 0.02 });
  const box = chooseBox(result, 0.95);

  it('is found on the right factors', () => {
    const limits = box.limits.map(({ factor, side }) => `${factor} ${side}`);
    expect(limits).toEqual(expect.arrayContaining(['0 low', '2 low', '2 high']));
    expect(box.low[0]).toBeCloseTo(0.6, 1);
    expect(box.low[2]).toBeCloseTo(0.2, 1);
    expect(box.high[2]).toBeCloseTo(0.6, 1);
    expect(box.high[0]).toBe(Infinity);
  });

  it('is covered and dense', () => {
    expect(box.coverage).toBeGreaterThan(0.9);
    expect(box.density).toBeGreaterThan(0.95);
  });

  it('has limits that chance would hardly give', () => {
    for (const { factor, quasiP } of box.limits)
      if (factor === 0 || factor === 2) expect(quasiP).toBeLessThan(1e-6);
  });

  it('is reached by falling coverage and rising density', () => {
    const { trajectory } = result;
    expect(trajectory[0]).toMatchObject({ coverage: 1, mass: 1, limits: [] });
    expect(trajectory[0]!.density).toBeCloseTo(interest.filter(Boolean).length / 2000, 12);
    trajectory.slice(1).forEach((peeled, step) => {
      expect(peeled.coverage).toBeLessThanOrEqual(trajectory[step]!.coverage);
      expect(peeled.density).toBeGreaterThan(trajectory[step]!.density);
      expect(peeled.mass).toBeLessThan(trajectory[step]!.mass);
    });
  });

  it('is counted as its members', () => {
    const members = points.filter((point) => inBox(box, point));
    expect(box.mass).toBeCloseTo(members.length / 2000, 12);
    expect(box.density).toBeCloseTo(members.filter(inside).length / members.length, 12);
  });
});

describe('pasting', () => {
  it('never costs density and never shrinks the box', () => {
    const { trajectory, pasted } = prim(points, interest, { patience: 0.2, minimumMass: 0.02 });
    const peeled = trajectory.at(-1)!;
    expect(pasted.density).toBeGreaterThanOrEqual(peeled.density);
    expect(pasted.coverage).toBeGreaterThan(peeled.coverage);
  });
});

describe('discrete factors', () => {
  it('lose whole levels', () => {
    const discrete = points.map((point) => [Math.floor(point[0]! * 4), point[1]!]);
    const wanted = discrete.map(([level]) => level === 3);
    const { pasted } = prim(discrete, wanted);
    expect(pasted).toMatchObject({ coverage: 1, density: 1 });
    expect(pasted.low[0]).toBe(2.5);
  });
});

describe('no structure', () => {
  it('gives limits that do not survive their quasi-p values', () => {
    const random = latinHypercube(2000, 1, 'noise').map(([u]) => u! < 0.3);
    const box = chooseBox(prim(points, random, { minimumMass: 0.5 }), 1);
    expect(box.density).toBeLessThan(0.4);
    for (const { quasiP } of box.limits) expect(quasiP).toBeGreaterThan(0.01);
  });
});

describe('bad input', () => {
  it('is refused', () => {
    expect(() => prim(points, [true])).toThrow(/interest.length: 1 must be 2000/);
    expect(() => prim([[1], [2]], [false, false])).toThrow(/at least one run/);
    expect(() => prim([[1], [NaN]], [true, false])).toThrow(/points\[1\].*finite/);
    expect(() => prim([[1], [2]], [true, false], { patience: 1 })).toThrow(/patience: 1 must be between/);
  });
});
