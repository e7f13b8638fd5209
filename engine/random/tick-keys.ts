import type { DrawName } from './draw-name.js';
import { philox } from './philox.js';

const words = new Int32Array(4);

/**
 * Prepares the two keys under which `draw` hashes entity ids, once a replicate, draw name and tick.
 *
 * Half of the root keys Philox; the other half is added to the name's words by exclusive or. So all 128 bits of the
 * root count, no two addresses of one root share a Philox block (it is a bijection), and the keys hold 64 unrelated
 * bits: with 32, streams of five million addresses would meet thousands of times.
 *
 * @param root four words of `rootKey`
 * @param replicate 0..2^32-1
 * @param tick 0..2^32-1
 * @param out receives k0 at `offset` and k1 at `offset + 1`
 */
export function tickKeys(
  root: Uint32Array,
  replicate: number,
  name: DrawName,
  tick: number,
  out: Int32Array,
  offset = 0,
): void {
  philox(replicate, name.h0 ^ root[2]!, name.h1 ^ root[3]!, tick, root[0]!, root[1]!, words);
  out[offset] = words[0]!;
  out[offset + 1] = words[1]!;
}
