import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { multiplyHigh, philox } from '../../engine/random/philox.js';

const uint32 = () => fc.integer({ min: 0, max: 0xffffffff });

function block(counter: readonly number[], key: readonly number[]): string[] {
  const out = new Uint32Array(4);
  const [c0 = 0, c1 = 0, c2 = 0, c3 = 0] = counter;
  philox(c0, c1, c2, c3, key[0]!, key[1]!, out);
  return Array.from(out, (word) => word.toString(16).padStart(8, '0'));
}

describe('Philox4x32-10 gives the known answers of the Random123 library', () => {
  test('zeros', () => {
    expect(block([0, 0, 0, 0], [0, 0])).toEqual(['6627e8d5', 'e169c58d', 'bc57ac4c', '9b00dbd8']);
  });

  test('ones', () => {
    const ones = 0xffffffff;
    expect(block([ones, ones, ones, ones], [ones, ones])).toEqual([
      '408f276d',
      '41c83b0e',
      'a20bc7c6',
      '6d5451fd',
    ]);
  });

  test('digits of pi', () => {
    expect(block([0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344], [0xa4093822, 0x299f31d0])).toEqual([
      'd16cfe09',
      '94fdcceb',
      '5001e420',
      '24126ea1',
    ]);
  });
});

test('the high word of a product is exact', () => {
  const extremes = fc.constantFrom(0, 1, 0xffff, 0x10000, 0x7fffffff, 0x80000000, 0xffffffff);
  fc.assert(
    fc.property(fc.oneof(uint32(), extremes), fc.oneof(uint32(), extremes), (a, b) => {
      expect(multiplyHigh(a, b)).toBe(Number((BigInt(a) * BigInt(b)) >> 32n));
    }),
    { numRuns: 2000 },
  );
});

test('int32 and uint32 words mean the same', () => {
  fc.assert(
    fc.property(fc.array(uint32(), { minLength: 6, maxLength: 6 }), (words) => {
      const signed = words.map((word) => word | 0);
      expect(block(signed.slice(0, 4), signed.slice(4))).toEqual(block(words.slice(0, 4), words.slice(4)));
    }),
  );
});
