import { describe, expect, test } from 'vitest';
import {
  highNormal,
  ln,
  logistic,
  lowNormal,
  minusLn,
  normalQuantile,
  normalTable,
  smoothNormal,
} from '../../engine/random/index.js';

const mean = (values: Iterable<number>): number => {
  const list = Array.from(values);
  return list.reduce((sum, value) => sum + value, 0) / list.length;
};

describe('normalTable', () => {
  test('is symmetric to the bit and rising', () => {
    for (let cell = 0; cell < 4096; cell++) {
      expect(normalTable[4095 - cell]).toBe(-normalTable[cell]!);
      if (cell > 0) expect(normalTable[cell]!).toBeGreaterThan(normalTable[cell - 1]!);
    }
  });

  test('has mean 0, variance 1 and nearly the fourth moment of a normal', () => {
    expect(mean(normalTable)).toBeCloseTo(0, 14);
    expect(mean(normalTable.map((z) => z * z))).toBeCloseTo(1, 12);
    expect(mean(normalTable.map((z) => z ** 4))).toBeGreaterThan(2.98);
    expect(mean(normalTable.map((z) => z ** 4))).toBeLessThan(3);
  });

  test('stays near the quantiles that it rescales', () => {
    for (let cell = 0; cell < 4096; cell++) {
      const z = normalQuantile((cell + 0.5) / 4096);
      expect(Math.abs(normalTable[cell]! / z - 1)).toBeLessThan(0.0005);
    }
  });

  test('the low and the high bits of one draw give every pair of normals equally often', () => {
    expect(lowNormal(0xabc00123)).toBe(normalTable[0x123]);
    expect(highNormal(0xabc00123)).toBe(normalTable[0xabc]);
    expect(highNormal(0xffffffff)).toBe(normalTable[4095]);
  });
});

describe('smoothNormal', () => {
  const draws = (step: number): number[] => Array.from({ length: 200_000 }, (_, i) => i * step);

  test('is within its stated errors of the quantile', () => {
    let central = 0;
    let outer = 0;
    for (const u of [...draws(21_474), ...draws(7)]) {
      const z = normalQuantile((u + 0.5) / 2 ** 32);
      const error = Math.abs(smoothNormal(u) - z);
      if (Math.abs(z) < 2.3) central = Math.max(central, error);
      else if (Math.abs(z) < 5) outer = Math.max(outer, error);
    }
    expect(central).toBeLessThan(0.0001);
    expect(outer).toBeLessThan(0.016);
  });

  test('is rising, odd about the middle and finite at the ends', () => {
    const list = draws(21_474);
    expect(list.filter((u, i) => i > 0 && smoothNormal(u) <= smoothNormal(list[i - 1]!))).toEqual([]);
    expect(list.filter((u) => Math.abs(smoothNormal(0xffffffff - u) + smoothNormal(u)) > 1e-12)).toEqual([]);
    expect(smoothNormal(0)).toBeGreaterThan(-6.5);
    expect(smoothNormal(0)).toBeLessThan(-5);
  });
});

describe('logistic', () => {
  const points = Array.from({ length: 40_001 }, (_, i) => (i - 20_000) / 1000);

  test('is within 1.2e-5 of the function, everywhere', () => {
    const worst = Math.max(...points.map((x) => Math.abs(logistic(x) - 1 / (1 + Math.exp(-x)))));
    expect(worst).toBeLessThan(1.3e-5);
    expect(logistic(0)).toBe(0.5);
    expect(logistic(-1e300)).toBeLessThan(1e-5);
    expect(logistic(Infinity)).toBeGreaterThan(1 - 1e-5);
    expect(logistic(NaN)).toBeNaN();
  });

  test('never falls', () => {
    expect(points.filter((x, i) => i > 0 && logistic(x) < logistic(points[i - 1]!))).toEqual([]);
  });
});

describe('logarithm of a draw', () => {
  test('is that of its uniform to 8e-9 and never rises with the draw', () => {
    const draws = [0, 1, 2, 3, 4, 7, 8, 1000, 65535, 65536, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 2, 2 ** 32 - 1];
    for (let i = 0; i < 50_000; i++) draws.push((i * 85_899 + 12_345) >>> 0);
    draws.sort((a, b) => a - b);
    let worst = 0;
    let rises = 0;
    let before = Infinity;
    for (const u of draws) {
      const value = minusLn(u);
      // The lowest draw is 1/2, below the first cell: it is extended.
      if (u > 0) worst = Math.max(worst, Math.abs(value + ln((u + 0.5) / 2 ** 32)));
      if (value > before) rises++;
      before = value;
    }
    expect(worst).toBeLessThan(8e-9);
    expect(rises).toBe(0);
  });
});
