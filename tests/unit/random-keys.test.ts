import { describe, expect, test } from 'vitest';
import { drawName, entityKeys, rootKey, tickKeys } from '../../engine/random/index.js';

const name = drawName('training.request');

function keys(root: Uint32Array, replicate = 3, draw = name, tick = 24): string {
  const out = new Int32Array(2);
  tickKeys(root, replicate, draw, tick, out);
  return out.join();
}

describe('rootKey', () => {
  test('turns a text into the same four words in every run', () => {
    expect(Array.from(rootKey('a'), (word) => word.toString(16))).toEqual([
      '30a9e054',
      'b468c6ed',
      '5ddc01fc',
      'b5e77440',
    ]);
    expect(rootKey('a')).toEqual(rootKey('a'));
  });

  /** seedrandom alone takes some of these for one another: repetitions, and characters with the same low byte. */
  test('every text has a key of its own', () => {
    const seeds = [
      'a',
      'aa',
      'aaa',
      'A',
      ' a',
      'a ',
      '1',
      '11',
      '1 1',
      '0',
      'f',
      '\u5b66',
      'é',
      'e\u0301',
      'x'.repeat(300),
    ];
    expect(new Set(seeds.map((seed) => rootKey(seed).join())).size).toBe(seeds.length);
  });

  test('refuses an empty seed', () => {
    expect(() => rootKey('')).toThrow("seed = '' must be a non-empty text; give one");
  });
});

describe('drawName', () => {
  test('hangs on the name alone and has two unrelated words', () => {
    expect(drawName('training.request')).toEqual(name);
    expect(name.h0).not.toBe(name.h1);
    const others = ['training.requests', 'training.reques', 'Training.request', 'training request'];
    const words = [name, ...others.map(drawName)].flatMap(({ h0, h1 }) => [h0, h1]);
    expect(new Set(words).size).toBe(10);
  });

  test('refuses an empty name', () => {
    expect(() => drawName('')).toThrow("draw name = '' must be a non-empty text");
  });
});

describe('tickKeys', () => {
  const root = rootKey('a');

  test('all 128 bits of the root count, one at a time', () => {
    const seen = new Set([keys(root)]);
    for (let bit = 0; bit < 128; bit++) {
      const flipped = root.slice();
      flipped[bit >>> 5]! ^= 1 << (bit & 31);
      seen.add(keys(flipped));
    }
    expect(seen.size).toBe(129);
  });

  test('every part of the address counts', () => {
    const seen = new Set<string>();
    const names = ['a', 'b', 'c', 'd'].map(drawName);
    for (const draw of names) {
      for (let replicate = 0; replicate < 20; replicate++) {
        for (let tick = 0; tick < 20; tick++) seen.add(keys(root, replicate, draw, tick));
      }
    }
    expect(seen.size).toBe(4 * 20 * 20);
  });

  test('writes where it is told and nowhere else', () => {
    const out = new Int32Array(6).fill(7);
    tickKeys(root, 3, name, 24, out, 2);
    expect(out.subarray(2, 4).join()).toBe(keys(root));
    expect([out[0], out[1], out[4], out[5]]).toEqual([7, 7, 7, 7]);
  });
});

describe('entityKeys', () => {
  /** Two names whose digests share their first word, found by trying 50,000. */
  const twins = ['District 20118', 'District 51900'];

  test('names that collide get unique keys, and the first in order keeps its own', () => {
    const [first, second] = entityKeys(twins);
    expect(first).toBe(entityKeys(['District 20118'])[0]);
    expect(first).toBe(entityKeys(['District 51900'])[0]);
    expect(second).not.toBe(first);
    expect(entityKeys([...twins].reverse())).toEqual(Uint32Array.of(second!, first!));
  });

  test('a nation of districts has as many keys', () => {
    const names = Array.from({ length: 13_500 }, (_, i) => `District ${i}`);
    expect(new Set(entityKeys(names)).size).toBe(13_500);
  });

  test('refuses a name twice', () => {
    expect(() => entityKeys(['Lynn', 'Salem', 'Lynn'])).toThrow("entity name = 'Lynn' must be unique");
  });
});
