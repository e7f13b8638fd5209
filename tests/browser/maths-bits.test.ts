import { expect, test } from 'vitest';
import { bitsOf, mathsDigest, recordedBits, recordedDigest } from '../reference/maths-bits.js';

test.each(recordedBits)('this browser gives the bits that Node gives: %s %j', (name, args, bits) => {
  expect(bitsOf(name, ...args)).toBe(bits);
});

test('and the same 40,000 values', () => {
  expect(mathsDigest()).toBe(recordedDigest);
});
