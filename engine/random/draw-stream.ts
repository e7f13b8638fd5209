import { draw } from './draw.js';
import type { DrawName } from './draw-name.js';
import { tickKeys } from './tick-keys.js';

/** Which part of the address runs fastest: entity ids, ticks or replicates. */
export const streamOrders = ['agent', 'tick', 'replicate'] as const;
export type StreamOrder = (typeof streamOrders)[number];

/** Extents of a scenario at its largest: ids of a nation's districts, 40 years of months. */
const agents = 16384;
const ticks = 480;
/** Replicates that take turns in the order `replicate`; then their next agent, tick, and the next lot. */
const lot = 4096;

/**
 * The draws of one name as one endless sequence, for batteries that know only sequences.
 *
 * Neighbours in the sequence are neighbours in the model, so a battery sees just the correlations that would hurt it:
 * between districts of one month, months of one district, or replicates of one district and month.
 *
 * @param root words of `rootKey`
 * @yields blocks of uint32, of a length that depends on the order; each block is new
 */
export function* drawStream(root: Uint32Array, name: DrawName, order: StreamOrder): Generator<Uint32Array> {
  for (let part = 0; ; part++) {
    if (order === 'tick') {
      yield* interleave(keyTable(root, name, ticks, (tick) => [part, tick]));
    } else if (order === 'replicate') {
      const first = Math.floor(part / ticks) * lot;
      yield* interleave(keyTable(root, name, lot, (replicate) => [first + replicate, part % ticks]));
    } else {
      yield* interleave(keyTable(root, name, 1, () => [Math.floor(part / ticks), part % ticks]));
    }
  }
}

/** Keys of `length` addresses (replicate, tick), in pairs. */
function keyTable(
  root: Uint32Array,
  name: DrawName,
  length: number,
  address: (index: number) => readonly [replicate: number, tick: number],
): Int32Array {
  const keys = new Int32Array(2 * length);
  for (let index = 0; index < length; index++) {
    const [replicate, tick] = address(index);
    tickKeys(root, replicate, name, tick, keys, 2 * index);
  }
  return keys;
}

/** Every agent in turn, under each of the keys in turn, in blocks of whole agents. */
function* interleave(keys: Int32Array): Generator<Uint32Array> {
  const addresses = keys.length / 2;
  const agentsABlock = Math.ceil(agents / addresses);
  for (let start = 0; start < agents; start += agentsABlock) {
    const length = Math.min(agentsABlock, agents - start);
    const block = new Uint32Array(length * addresses);
    let place = 0;
    for (let agent = start; agent < start + length; agent++) {
      for (let address = 0; address < addresses; address++) {
        block[place++] = draw(keys[2 * address]!, keys[2 * address + 1]!, agent);
      }
    }
    yield block;
  }
}
