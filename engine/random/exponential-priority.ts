import { uniform } from './draw.js';
import { ln } from './maths.js';

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
  return weight > 0 ? -ln(uniform(u)) / weight : Infinity;
}
