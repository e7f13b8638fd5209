import seedrandom from 'seedrandom';

/**
 * Turns the user's seed text into the root key of all draws.
 *
 * @param seed any non-empty text; the same text gives the same key in every runtime
 * @returns four uint32 words (128 bits)
 * @throws RangeError when the text is empty, which seedrandom would replace by the clock
 */
export function rootKey(seed: string): Uint32Array {
  if (seed === '') throw new RangeError("seed = '' must be a non-empty text; give one, for example --seed a");
  const generator = seedrandom(seed);
  return Uint32Array.from({ length: 4 }, () => generator.int32() >>> 0);
}
