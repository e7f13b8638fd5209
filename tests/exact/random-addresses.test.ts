import { describe, expect, test } from 'vitest';
import { draw, drawName, philox, rootKey, tickKeys } from '../../engine/random/index.js';
import { deviations, worst, type Source } from './random-battery.js';

/** Of 32 statistics, a good source passes 6 standard deviations less than once in ten thousand seeds. */
const limit = 6;
const seeds = ['a', 'b', 'accord', '2012'];
const names = Array.from({ length: 8 }, (_, i) => drawName(`draw ${i}`));

function hash(seed: string, mix = draw): Source {
  const root = rootKey(seed);
  const keys = new Int32Array(2);
  return (replicate, name, tick, id) => {
    tickKeys(root, replicate, names[name]!, tick, keys);
    return mix(keys[0]!, keys[1]!, id);
  };
}

/** Philox over the whole address: slow, and as good as is known. */
function oracle(seed: string): Source {
  const root = rootKey(seed);
  const words = new Uint32Array(4);
  return (replicate, name, tick, id) => {
    philox(id, tick, replicate, name, root[0]!, root[1]!, words);
    return words[0]!;
  };
}

test.each(seeds)('draws of neighbouring addresses are unrelated, seed %s', (seed) => {
  const { what, z } = worst(deviations(hash(seed)));
  expect(Math.abs(z), what).toBeLessThan(limit);
});

describe('the same checks fail for', () => {
  const good = hash('a');
  const bad: Record<string, Source> = {
    'one multiply': hash('a', (k0, _, id) => Math.imul(id ^ k0, 0x9e3779b1) >>> 0),
    'two multiplies without shifts': hash(
      'a',
      (k0, k1, id) => Math.imul((Math.imul(id, 0x9e3779b1) ^ k0) + k1, 0x21f0aaad) >>> 0,
    ),
    'a key that forgets the replicate': (_replicate, name, tick, id) => good(0, name, tick, id),
    'a key that forgets the draw name': (replicate, _name, tick, id) => good(replicate, 0, tick, id),
    'an address that adds id and tick': (replicate, name, tick, id) => good(replicate, name, 0, id + tick),
    'an address that adds replicate and tick': (replicate, name, tick, id) =>
      good(replicate + tick, name, 0, id),
    'a stream with a stuck bit': (replicate, name, tick, id) => good(replicate, name, tick, id) | 1,
    'a stream that is a little uneven': (replicate, name, tick, id) => {
      const u = good(replicate, name, tick, id);
      return u % 12 === 0 ? u & 0x7fffffff : u;
    },
  };

  test.each(Object.keys(bad))('%s', (what) => {
    expect(Math.abs(worst(deviations(bad[what]!)).z)).toBeGreaterThan(limit);
  });
});

test('its statistics are distributed as those of Philox', () => {
  const many = Array.from({ length: 12 }, (_, i) => `seed ${i}`);
  const scores = (source: (seed: string) => Source) =>
    many.flatMap((seed) => deviations(source(seed)).map(({ z }) => z)).sort((a, b) => a - b);
  const ours = scores(hash);
  const theirs = scores(oracle);
  const distance = Math.max(...ours.map((z) => Math.abs(shareBelow(ours, z) - shareBelow(theirs, z))));
  expect(distance * Math.sqrt(ours.length / 2)).toBeLessThan(1.95); // Kolmogorov-Smirnov, one in a thousand
});

function shareBelow(sorted: readonly number[], z: number): number {
  return sorted.filter((score) => score <= z).length / sorted.length;
}
