import { draw, drawName, rootKey, tickKeys, uniform } from '../../random/index.js';

/** A uniform in (0, 1) that depends on its address alone, never on the order of the calls. */
export type AddressedUniform = (stage: number, row: number, column: number) => number;

/**
 * The source of randomness of every method here: one named stream under a seed.
 *
 * One more row or column leaves every other draw as it was, and a computation can go on from any address.
 *
 * @param seed any non-empty text
 * @param name of the stream, such as 'morris.base'; two streams are unrelated
 * @returns a function of (stage, row, column), each an integer in 0..2^32-1
 * @throws RangeError when the seed or the name is empty
 */
export function addressedUniform(seed: string, name: string): AddressedUniform {
  const root = rootKey(seed);
  const stream = drawName(name);
  const keys = new Int32Array(2);
  let keyedStage = -1;
  let keyedRow = -1;
  return (stage, row, column) => {
    if (stage !== keyedStage || row !== keyedRow) {
      tickKeys(root, row, stream, stage, keys);
      keyedStage = stage;
      keyedRow = row;
    }
    return uniform(draw(keys[0] ?? 0, keys[1] ?? 0, column));
  };
}

/** A uniformly random order of 0..count-1: the indices sorted by their own draws. */
export function shuffledIndices(count: number, drawOf: (index: number) => number): Uint32Array {
  const draws = Float64Array.from({ length: count }, (_, index) => drawOf(index));
  return Uint32Array.from(draws.keys()).sort((a, b) => (draws[a] ?? 0) - (draws[b] ?? 0) || a - b);
}
