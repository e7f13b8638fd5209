/** What is known of one candidate: objectives to be minimised, and by how much it breaks the constraints. */
export interface Evaluation {
  /** One number an objective, smaller is better; negate what is to be maximised. */
  readonly objectives: ArrayLike<number>;
  /** Sum of the constraints' excesses, 0 or more; 0 when all hold. */
  readonly violation: number;
}

/**
 * Whether `a` dominates `b`: it breaks the constraints less, or both keep them and it is as good in every objective and
 * better in one (constrained domination; Deb, Pratap, Agarwal and Meyarivan 2002).
 */
export function dominates(a: Evaluation, b: Evaluation): boolean {
  if (a.violation > 0 || b.violation > 0) return a.violation < b.violation;
  let better = false;
  for (let objective = 0; objective < a.objectives.length; objective++) {
    if (a.objectives[objective]! > b.objectives[objective]!) return false;
    if (a.objectives[objective]! < b.objectives[objective]!) better = true;
  }
  return better;
}

/** Indices of the candidates that none dominates, in order. */
export function paretoFront(candidates: readonly Evaluation[]): number[] {
  return [...candidates.keys()].filter(
    (index) => !candidates.some((other) => dominates(other, candidates[index]!)),
  );
}

/**
 * Fronts of a population: the first is dominated by none, each next by the earlier ones alone.
 *
 * @returns indices by front
 */
export function nondominatedSort(candidates: readonly Evaluation[]): number[][] {
  const dominators = new Uint32Array(candidates.length);
  const dominated = candidates.map((): number[] => []);
  for (let a = 0; a < candidates.length; a++) {
    for (let b = 0; b < candidates.length; b++) {
      if (!dominates(candidates[a]!, candidates[b]!)) continue;
      dominated[a]!.push(b);
      dominators[b]!++;
    }
  }
  const fronts: number[][] = [];
  let front = [...candidates.keys()].filter((index) => dominators[index] === 0);
  while (front.length > 0) {
    fronts.push(front);
    front = front.flatMap((index) => dominated[index]!.filter((worse) => --dominators[worse]! === 0));
  }
  return fronts;
}

/**
 * Crowding distance of the members of one front: the size of the gap around each, Infinity at the ends.
 *
 * @param front the members' evaluations
 * @returns one distance a member, in shares of each objective's span, summed
 */
export function crowdingDistances(front: readonly Evaluation[]): Float64Array {
  const distances = new Float64Array(front.length);
  for (let objective = 0; objective < (front[0]?.objectives.length ?? 0); objective++) {
    const valueAt = (member: number): number => front[member]!.objectives[objective]!;
    const order = [...front.keys()].sort((a, b) => valueAt(a) - valueAt(b) || a - b);
    const span = valueAt(order.at(-1)!) - valueAt(order[0]!);
    distances[order[0]!] = distances[order.at(-1)!] = Infinity;
    for (let place = 1; span > 0 && place < order.length - 1; place++) {
      distances[order[place]!]! += (valueAt(order[place + 1]!) - valueAt(order[place - 1]!)) / span;
    }
  }
  return distances;
}
