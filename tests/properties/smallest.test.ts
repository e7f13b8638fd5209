import fc from 'fast-check';
import { expect, it } from 'vitest';
import { smallestLimit } from '../../engine/model/smallest.js';

const numbers = fc.array(
  fc.oneof(
    fc.double({ noNaN: true }).map((value) => value + 0),
    fc.constantFrom(0, 1, Infinity),
  ),
  {
    minLength: 1,
    maxLength: 60,
  },
);

it('gives the largest of the smallest and keeps every number', () => {
  fc.assert(
    fc.property(numbers, fc.integer({ min: 1, max: 70 }), (values, count) => {
      const sorted = Float64Array.from(values).sort();
      const given = Float64Array.from(values);
      expect(smallestLimit(given, count)).toBe(sorted[Math.min(count, sorted.length) - 1]);
      expect(given.sort()).toEqual(sorted);
    }),
  );
});
