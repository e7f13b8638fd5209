import { crowdingDistances, type Evaluation, nondominatedSort } from './pareto.js';

/** Rank of each member, 0 the best. */
export type Ranking = (members: readonly Evaluation[]) => Uint32Array;

/** Rank of each member by front, within a front by crowding distance (lonely first), then by place. */
export const rankMembers: Ranking = (members) => {
  const ranks = new Uint32Array(members.length);
  let rank = 0;
  for (const front of nondominatedSort(members)) {
    const crowding = crowdingDistances(front.map((index) => members[index]!));
    const places = [...front.keys()].sort((a, b) => compareDescending(crowding[a]!, crowding[b]!) || a - b);
    for (const place of places) ranks[front[place]!] = rank++;
  }
  return ranks;
};

/** The best `count` members by rank, in their order. */
export function surviving<T extends Evaluation>(
  members: readonly T[],
  count: number,
  rank: Ranking = rankMembers,
): T[] {
  const ranks = rank(members);
  return members.filter((_, index) => ranks[index]! < count);
}

/** Larger first; two infinities are equal, which a subtraction would not tell. */
function compareDescending(a: number, b: number): number {
  return a === b ? 0 : b > a ? 1 : -1;
}
