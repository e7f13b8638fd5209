import { describe, expect, test } from 'vitest';
import {
  betaQuantile,
  chanceToHazard,
  exp,
  exponentialPriority,
  hazardToChance,
  ln,
  logit,
  normalQuantile,
  threshold,
  uniform,
} from '../../engine/random/index.js';
import { bitsOf, mathsDigest, recordedBits, recordedDigest } from '../reference/maths-bits.js';

describe('the same bits as recorded', () => {
  test.each(recordedBits)('%s %j', (name, args, bits) => {
    expect(bitsOf(name, ...args)).toBe(bits);
  });

  test('of 40,000 values in all', () => {
    expect(mathsDigest()).toBe(recordedDigest);
  });
});

describe('the values are those of mathematics', () => {
  test('exp and ln', () => {
    for (let x = -40; x <= 40; x += 0.37) {
      expect(Math.abs(exp(x) / Math.exp(x) - 1)).toBeLessThan(4e-16);
      expect(ln(exp(x))).toBeCloseTo(x, 13);
    }
    expect(exp(0)).toBe(1);
    expect(ln(1)).toBe(0);
  });

  test('normal quantile', () => {
    expect(normalQuantile(0.5)).toBe(0);
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 14);
    expect(normalQuantile(0.05)).toBeCloseTo(-1.6448536269514722, 14);
    expect(normalQuantile(0)).toBe(-Infinity);
    expect(normalQuantile(-0.1)).toBeNaN();
  });

  /** For whole shapes the Beta distribution function is a sum of binomial chances. */
  function betaShare(x: number, a: number, b: number): number {
    const n = a + b - 1;
    let term = (1 - x) ** n;
    let below = 0;
    for (let k = 0; k <= n; k++) {
      if (k >= a) below += term;
      term *= ((n - k) / (k + 1)) * (x / (1 - x));
    }
    return below;
  }

  test.each([
    [1, 1],
    [29, 7],
    [4, 6],
    [36, 4],
    [7, 13],
    [2, 30],
    [130, 60],
  ])('Beta(%d, %d) quantile', (a, b) => {
    for (const p of [1e-6, 0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99, 1 - 1e-6]) {
      expect(betaShare(betaQuantile(p, a, b), a, b)).toBeCloseTo(p, 11);
    }
  });

  test('hazard, chance and log odds are inverses', () => {
    expect(hazardToChance(0)).toBe(0);
    expect(hazardToChance(Infinity)).toBe(1);
    expect(chanceToHazard(1)).toBe(Infinity);
    expect(hazardToChance(ln(2))).toBeCloseTo(0.5, 15);
    for (let p = 0.001; p < 1; p += 0.0371) {
      expect(hazardToChance(chanceToHazard(p))).toBeCloseTo(p, 14);
      expect(1 / (1 + Math.exp(-logit(p)))).toBeCloseTo(p, 14);
    }
  });
});

describe('threshold', () => {
  test('never below 0, always above 1, and says what is no chance', () => {
    expect([-1, -0, 0, 2 ** -40].map(threshold)).toEqual([0, 0, 0, 0]);
    expect([1, 2, Infinity].map(threshold)).toEqual([2 ** 32, 2 ** 32, 2 ** 32]);
    expect(threshold(0.25)).toBe(2 ** 30);
    expect(0xffffffff < threshold(1)).toBe(true);
    expect(() => threshold(NaN)).toThrow('chance = NaN must be a number');
  });
});

describe('exponentialPriority', () => {
  test('is the exponential quantile of the upper tail, divided by the weight', () => {
    expect(exponentialPriority(0x7fffffff, 1)).toBeCloseTo(Math.LN2, 9);
    expect(exponentialPriority(0x7fffffff, 4)).toBeCloseTo(Math.LN2 / 4, 9);
    expect(exponentialPriority(0xffffffff, 1)).toBeGreaterThan(0);
    expect(exponentialPriority(5, 0)).toBe(Infinity);
  });

  test('a candidate of weight 3 comes before one of weight 1 three times in four', () => {
    const cells = 512;
    let wins = 0;
    for (let i = 0; i < cells; i++) {
      const heavy = exponentialPriority((i + 0.5) * (2 ** 32 / cells), 3);
      for (let j = 0; j < cells; j++) {
        if (heavy < exponentialPriority((j + 0.5) * (2 ** 32 / cells), 1)) wins++;
      }
    }
    expect(wins / cells ** 2).toBeCloseTo(0.75, 3);
  });
});

test('a uniform is never 0 nor 1', () => {
  expect(uniform(0)).toBe(2 ** -33);
  expect(uniform(0xffffffff)).toBe(1 - 2 ** -33);
});
