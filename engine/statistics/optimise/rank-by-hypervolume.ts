import { hypervolume } from './hypervolume.js';
import type { Evaluation } from './pareto.js';
import { rankMembers } from './survival.js';

/** Shares of a volume below this are rounding. */
const nothing = 1e-12;

/**
 * Rank of each member, 0 the best: next is always the one that adds most to the volume that the better ones dominate. Those
 * that add nothing, or break the constraints, follow in the order of `rankMembers`.
 *
 * Where most members dominate each other in nothing, as with three objectives that are known roughly, this still tells
 * them apart. Source: Guerreiro, Fonseca and Paquete, "Greedy hypervolume subset selection in low dimensions",
 * Evolutionary Computation 24 (2016), 521-544; a volume's gain only shrinks as others join, so that most need not be
 * computed again.
 *
 * @param reference one value an objective, the worst that counts
 */
export function rankByHypervolume(members: readonly Evaluation[], reference: ArrayLike<number>): Uint32Array {
  const usual = rankMembers(members);
  const chosen: ArrayLike<number>[] = [];
  const order: number[] = [];
  let volume = 0;
  const added = (index: number): number =>
    hypervolume([...chosen, members[index]!.objectives], reference) - volume;
  const waiting = [...members.keys()]
    .filter((index) => members[index]!.violation === 0)
    .map((index) => ({ index, gain: added(index) }));
  const sort = (): unknown => waiting.sort((a, b) => b.gain - a.gain || usual[a.index]! - usual[b.index]!);
  for (sort(); waiting.length > 0;) {
    const first = waiting[0]!;
    first.gain = added(first.index);
    sort();
    if (waiting[0] !== first) continue;
    if (first.gain <= nothing * volume) break;
    waiting.shift();
    order.push(first.index);
    chosen.push(members[first.index]!.objectives);
    volume += first.gain;
  }
  const taken = new Set(order);
  const rest = [...members.keys()].filter((index) => !taken.has(index));
  rest.sort((a, b) => usual[a]! - usual[b]!);
  const ranks = new Uint32Array(members.length);
  [...order, ...rest].forEach((index, rank) => (ranks[index] = rank));
  return ranks;
}
