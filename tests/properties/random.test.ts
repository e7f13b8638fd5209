import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  binomialSum,
  draw,
  drawName,
  entityKeys,
  exponentialPriority,
  rootKey,
  threshold,
  tickKeys,
  uniform,
} from '../../engine/random/index.js';

const uint32 = () => fc.integer({ min: 0, max: 0xffffffff });
const int32 = () => fc.integer({ min: -0x80000000, max: 0x7fffffff });
const chance = () => fc.double({ min: 0, max: 1, noNaN: true });
const name = () => fc.string({ minLength: 1, unit: 'binary' });

describe('draws', () => {
  test('are uint32, and their uniforms lie strictly between 0 and 1', () => {
    fc.assert(
      fc.property(int32(), int32(), uint32(), (k0, k1, id) => {
        const u = draw(k0, k1, id);
        expect(u).toBe(u >>> 0);
        expect(uniform(u)).toBeGreaterThan(0);
        expect(uniform(u)).toBeLessThan(1);
      }),
    );
  });

  test('no two entities of one tick share a draw: the hash is one to one in the id', () => {
    fc.assert(
      fc.property(int32(), int32(), fc.uniqueArray(uint32(), { minLength: 2 }), (k0, k1, ids) => {
        expect(new Set(ids.map((id) => draw(k0, k1, id))).size).toBe(ids.length);
      }),
    );
  });

  test('depend on the address alone, not on what was drawn before', () => {
    const address = fc.record({ replicate: uint32(), name: name(), tick: uint32(), id: uint32() });
    const list = fc.array(address, { minLength: 1, maxLength: 20 });
    const shuffled = list.chain((addresses) =>
      fc.tuple(
        fc.constant(addresses),
        fc.shuffledSubarray(addresses, { minLength: 1, maxLength: addresses.length }),
      ),
    );
    const root = rootKey('a');
    const value = (a: { replicate: number; name: string; tick: number; id: number }): number => {
      const keys = new Int32Array(2);
      tickKeys(root, a.replicate, drawName(a.name), a.tick, keys);
      return draw(keys[0]!, keys[1]!, a.id);
    };
    fc.assert(
      fc.property(shuffled, ([addresses, some]) => {
        const inOrder = new Map(addresses.map((a) => [a, value(a)]));
        for (const a of some) expect(value(a)).toBe(inOrder.get(a));
      }),
    );
  });
});

describe('threshold', () => {
  test('rises with the chance, within 0..2^32', () => {
    fc.assert(
      fc.property(chance(), chance(), (a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        expect(threshold(low)).toBeLessThanOrEqual(threshold(high));
        expect(Number.isInteger(threshold(a))).toBe(true);
        expect(Math.abs(threshold(a) / 2 ** 32 - a)).toBeLessThanOrEqual(2 ** -33);
      }),
    );
  });

  test('so what happens at a smaller chance also happens at a larger: coupled scenarios', () => {
    fc.assert(
      fc.property(uint32(), chance(), chance(), (u, a, b) => {
        if (u < threshold(Math.min(a, b))) expect(u < threshold(Math.max(a, b))).toBe(true);
      }),
    );
  });
});

describe('entityKeys', () => {
  const names = () => fc.uniqueArray(name(), { minLength: 1, maxLength: 60 });

  test('are unique and independent of the order of the list', () => {
    const orders = names().chain((list) =>
      fc.tuple(
        fc.constant(list),
        fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }),
      ),
    );
    fc.assert(
      fc.property(orders, ([list, other]) => {
        const keys = entityKeys(list);
        expect(new Set(keys).size).toBe(list.length);
        const otherKeys = entityKeys(other);
        other.forEach((one, i) => expect(otherKeys[i]).toBe(keys[list.indexOf(one)]));
      }),
    );
  });

  test('one more name leaves every other key as it was', () => {
    fc.assert(
      fc.property(names(), (list) => {
        expect(entityKeys(list).subarray(1)).toEqual(entityKeys(list.slice(1)));
      }),
    );
  });
});

describe('exponentialPriority', () => {
  test('falls as the draw or the weight rises', () => {
    const weight = () => fc.double({ min: 1e-6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(uint32(), uint32(), weight(), weight(), (u, v, a, b) => {
        const [light, heavy] = a < b ? [a, b] : [b, a];
        expect(exponentialPriority(u, heavy)).toBeLessThanOrEqual(exponentialPriority(u, light));
        expect(exponentialPriority(Math.max(u, v), a)).toBeLessThanOrEqual(
          exponentialPriority(Math.min(u, v), a),
        );
      }),
    );
  });
});

describe('binomialSum', () => {
  const trials = () => fc.integer({ min: 0, max: 3000 });

  test('is a count of the trials and never falls as the draw rises', () => {
    fc.assert(
      fc.property(trials(), chance(), trials(), chance(), uint32(), uint32(), (t1, p1, t2, p2, u, v) => {
        const low = binomialSum(t1, p1, t2, p2, Math.min(u, v));
        const high = binomialSum(t1, p1, t2, p2, Math.max(u, v));
        expect(Number.isInteger(low)).toBe(true);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeGreaterThanOrEqual(low);
        expect(high).toBeLessThanOrEqual(t1 + t2);
      }),
      { numRuns: 5000 },
    );
  });

  test('does not care which binomial comes first', () => {
    fc.assert(
      fc.property(trials(), chance(), trials(), chance(), uint32(), (t1, p1, t2, p2, u) => {
        const difference = binomialSum(t1, p1, t2, p2, u) - binomialSum(t2, p2, t1, p1, u);
        expect(Math.abs(difference)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
