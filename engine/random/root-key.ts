import seedrandom from 'seedrandom';
import { textWords } from './text-words.js';

/**
 * Turns the user's seed text into the root key of all draws.
 *
 * seedrandom reads a text as a cyclic key of low bytes: it takes `1` and `11`, or `f` and the character U+5B66, for the
 * same seed. So it is given the text's digest, which has a fixed length.
 *
 * @param seed any non-empty text; the same text gives the same key in every runtime
 * @returns four uint32 words (128 bits)
 * @throws RangeError when the text is empty, most likely an option left blank
 */
export function rootKey(seed: string): Uint32Array {
  if (seed === '') throw new RangeError("seed = '' must be a non-empty text; give one, for example --seed a");
  const generator = seedrandom(textWords(`seed ${seed}`).join(' '));
  return Uint32Array.from({ length: 4 }, () => generator.int32() >>> 0);
}
