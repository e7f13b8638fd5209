import { describe, expect, it } from 'vitest';
import { factorial } from '../../../engine/statistics/draws/factorial.js';
import { interleavedOrder } from '../../../engine/statistics/draws/interleaved-order.js';
import { latinHypercube } from '../../../engine/statistics/draws/latin-hypercube.js';
import { oneAtATime } from '../../../engine/statistics/draws/one-at-a-time.js';
import { scaleToRanges } from '../../../engine/statistics/draws/scale-to-ranges.js';

describe('a factorial design', () => {
  it('holds every combination once, the last factor fastest', () => {
    expect(
      factorial<string | number>([
        ['a', 'b'],
        [1, 2, 3],
      ]),
    ).toEqual([
      ['a', 1],
      ['a', 2],
      ['a', 3],
      ['b', 1],
      ['b', 2],
      ['b', 3],
    ]);
  });

  it('is one empty combination without factors', () => {
    expect(factorial([])).toEqual([[]]);
  });
});

describe('a one-at-a-time design', () => {
  it('starts at the baseline and changes one factor a run', () => {
    expect(oneAtATime([0, 5], [[1, 2], [6]])).toEqual([
      { factor: undefined, point: [0, 5] },
      { factor: 0, point: [1, 5] },
      { factor: 0, point: [2, 5] },
      { factor: 1, point: [0, 6] },
    ]);
  });

  it('refuses levels for another number of factors', () => {
    expect(() => oneAtATime([0, 5], [[1]])).toThrow(/alternatives.length: 1 must be 2/);
  });
});

describe('a Latin hypercube', () => {
  it('has one point in each slice of each dimension', () => {
    const points = latinHypercube(50, 4, 'slices');
    for (let dimension = 0; dimension < 4; dimension++) {
      const slices = points.map((point) => Math.floor(point[dimension]! * 50)).sort((a, b) => a - b);
      expect(slices).toEqual([...Array(50).keys()]);
    }
  });

  it('keeps its columns when a dimension is added', () => {
    const wider = latinHypercube(20, 4, 'columns').map((point) => point.slice(0, 3));
    expect(wider).toEqual(latinHypercube(20, 3, 'columns'));
  });

  it('refuses a share of a point', () => {
    expect(() => latinHypercube(2.5, 1, 'x')).toThrow(/count: 2.5 must be an integer/);
  });
});

describe('the interleaved order', () => {
  it('runs every combination once', () => {
    const order = interleavedOrder([3, 7, 2, 5]);
    expect([...order].sort((a, b) => a - b)).toEqual([...Array(210).keys()]);
  });

  it('has met every level of every factor within twice the largest number of levels, rounded up to a power of two', () => {
    const levels = [3, 7, 2, 5];
    const met = [...interleavedOrder(levels).slice(0, 16)].map((cell) => [
      Math.floor(cell / 70),
      Math.floor(cell / 10) % 7,
      Math.floor(cell / 5) % 2,
      cell % 5,
    ]);
    levels.forEach((count, factor) => expect(new Set(met.map((row) => row[factor])).size).toBe(count));
  });

  it('spreads a quarter of the runs of a grid over all its quarters', () => {
    const start = [...interleavedOrder([16, 16]).slice(0, 64)];
    const quarter = (cell: number) => 2 * Number(cell >= 128) + Number(cell % 16 >= 8);
    for (let q = 0; q < 4; q++) expect(start.filter((cell) => quarter(cell) === q)).toHaveLength(16);
  });
});

describe('scaling to ranges', () => {
  it('maps the ends to the ends', () => {
    const scaled = scaleToRanges(
      [
        [0, 1],
        [0.5, 0.25],
      ],
      [
        { low: -1, high: 1 },
        { low: 10, high: 20 },
      ],
    );
    expect(scaled.map((row) => [...row])).toEqual([
      [-1, 20],
      [0, 12.5],
    ]);
  });
});
