import { describe, expect, it } from 'vitest';
import { sobolDirections } from '../../../engine/statistics/draws/sobol-directions.js';
import { maximumSobolDimensions, sobolSequence } from '../../../engine/statistics/draws/sobol-sequence.js';

const table = sobolDirections
  .trim()
  .split('\n')
  .map((line) => line.split(' ').map(Number))
  .map(([coefficients = 0, ...initial]) => ({ coefficients, initial, degree: initial.length }));

/** Order of x modulo a polynomial over the field of two elements, polynomials as bits. */
function orderOfX(polynomial: number, degree: number): number {
  let power = degree === 1 ? 1 : 2;
  let order = 1;
  while (power !== 1) {
    power <<= 1;
    if (power & (1 << degree)) power ^= polynomial;
    order++;
  }
  return order;
}

describe('the table of direction numbers', () => {
  it('holds every primitive polynomial of degree 1 to 10, each once', () => {
    const counts = new Map<number, number>();
    for (const { coefficients, degree } of table) {
      const polynomial = (1 << degree) | (coefficients << 1) | 1;
      expect(orderOfX(polynomial, degree)).toBe(2 ** degree - 1);
      counts.set(degree, (counts.get(degree) ?? 0) + 1);
    }
    expect([...counts.values()]).toEqual([1, 1, 2, 2, 6, 6, 18, 16, 48, 60]);
    expect(new Set(table.map(({ coefficients, degree }) => `${degree} ${coefficients}`)).size).toBe(160);
    expect(maximumSobolDimensions).toBe(161);
  });

  it('holds odd numbers below two to the power of their place', () => {
    for (const { initial } of table) {
      initial.forEach((m, place) => {
        expect(m % 2).toBe(1);
        expect(m).toBeLessThan(2 ** (place + 1));
      });
    }
  });
});

describe('the Sobol sequence', () => {
  it('starts with the published points of Joe and Kuo', () => {
    const points = sobolSequence(10, 3).map((point) => [...point]);
    const published = [
      [0, 0, 0],
      [0.5, 0.5, 0.5],
      [0.75, 0.25, 0.25],
      [0.25, 0.75, 0.75],
      [0.375, 0.375, 0.625],
      [0.875, 0.875, 0.125],
      [0.625, 0.125, 0.875],
      [0.125, 0.625, 0.375],
      [0.1875, 0.3125, 0.9375],
      [0.6875, 0.8125, 0.4375],
    ];
    points.forEach((point, at) => point.forEach((x, d) => expect(x).toBeCloseTo(published[at]![d]!, 8)));
  });

  it.each([undefined, 'shifted'])(
    'puts one of 256 points in each slice of every dimension (seed %s)',
    (seed) => {
      const points = sobolSequence(256, maximumSobolDimensions, seed === undefined ? {} : { seed });
      for (let dimension = 0; dimension < maximumSobolDimensions; dimension++) {
        expect(new Set(points.map((point) => Math.floor(point[dimension]! * 256))).size).toBe(256);
      }
    },
  );

  it('goes on where a shorter one ended', () => {
    const seed = 'continued';
    expect(sobolSequence(7, 5, { seed, skip: 6 })).toEqual(sobolSequence(13, 5, { seed }).slice(6));
  });

  it('integrates a smooth function far better than random points would', () => {
    const points = sobolSequence(4096, 6, { seed: 'integral' });
    const mean = points.reduce((sum, u) => sum + u.reduce((product, x) => product * 2 * x, 1), 0) / 4096;
    expect(Math.abs(mean - 1)).toBeLessThan(0.004);
  });
});
