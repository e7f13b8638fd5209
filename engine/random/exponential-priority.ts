import { ln } from './maths.js';

const cells = 4096;
/** ln(1 + i / 4096). */
const logTable = Float64Array.from({ length: cells + 1 }, (_, i) => ln(1 + i / cells));
const ln2 = ln(2);

/**
 * -ln of a draw's uniform (u + 1/2) / 2^32, from the position of its leading bit and a table of 4,096 cells in between.
 *
 * Linear interpolation: decreasing in u without a step, error below 8e-9; four times as fast as the exact logarithm.
 */
export function minusLn(u: number): number {
  const x = u + 0.5;
  const bit = 31 - Math.clz32(u | 1);
  const place = (x / powers[bit]! - 1) * cells;
  const cell = place < 0 ? 0 : Math.floor(place);
  const below = logTable[cell]!;
  return (32 - bit) * ln2 - (below + (place - cell) * (logTable[cell + 1]! - below));
}

/** 2^0 .. 2^31. */
const powers = Float64Array.from({ length: 32 }, (_, bit) => (1 << bit) >>> 0);

/**
 * Priority of a candidate in a weighted choice without replacement: -ln(u) / weight, exponential with rate `weight`.
 *
 * The candidates with the smallest priorities win, and each is next with chance proportional to its weight (Efraimidis
 * and Spirakis, "Weighted random sampling with a reservoir", 2006). Every candidate has its own draw, so one more
 * candidate or seat moves nobody else's priority.
 *
 * @param u uint32 of `draw`
 * @param weight 0 or more; at 0 the priority is infinite and the candidate is never chosen
 */
export function exponentialPriority(u: number, weight: number): number {
  return weight > 0 ? minusLn(u) / weight : Infinity;
}
