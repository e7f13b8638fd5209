import { draw, drawName, normalQuantile, rootKey, tickKeys, uniform } from '../random/index.js';

const root = rootKey('population');

/** A uniform in (0, 1) for each entity key, and for each index where an entity draws more than once. */
export type AddressedUniform = (key: number, index?: number) => number;

/**
 * The draws that make synthetic districts: addressed by (draw name, entity key, index), under one fixed seed.
 * A population is data, so it never depends on the seed of a run, and a district never on the others.
 */
export function addressedUniform(name: string): AddressedUniform {
  const named = drawName(name);
  const keys: Int32Array[] = [];
  return (key, index = 0) => {
    let words = keys[index];
    if (!words) {
      words = keys[index] = new Int32Array(2);
      tickKeys(root, 0, named, index, words);
    }
    return uniform(draw(words[0] ?? 0, words[1] ?? 0, key));
  };
}

/**
 * `n` standard normals that cover the distribution evenly, one in each of n slices of equal chance, shuffled by the
 * draws of the keys: the marginal is exact, only who has which value is luck.
 */
export function stratifiedNormals(keys: ArrayLike<number>, uniformOf: AddressedUniform): Float64Array {
  const n = keys.length;
  const ranks = ranksOf(Float64Array.from(keys, (key) => uniformOf(key)));
  return Float64Array.from(ranks, (rank) => normalQuantile((rank + 0.5) / n));
}

/** Rank from 0 of each value, ties in their order. */
export function ranksOf(values: Float64Array): Uint32Array {
  const order = Array.from(values.keys()).sort((a, b) => values[a]! - values[b]! || a - b);
  const ranks = new Uint32Array(values.length);
  order.forEach((index, rank) => (ranks[index] = rank));
  return ranks;
}
