import { square } from '../estimate/square.js';

/**
 * Chooses the trajectories that lie farthest apart: the two most distant, then always the one with the largest sum of
 * squared distances to those chosen (a greedy form of Campolongo, Cariboni and Saltelli 2007, whose full search grows
 * as a binomial coefficient; Ruano, Ribes, Seco and Ferrer 2012).
 *
 * @param candidates trajectories of equally many points of the unit cube, each step moving one factor
 * @param count how many to choose, at most `candidates.length`
 * @returns the chosen, in the candidates' order
 */
export function spreadTrajectories(
  candidates: readonly (readonly Float64Array[])[],
  count: number,
): (readonly Float64Array[])[] {
  const distances = pairDistances(candidates);
  const chosen = new Set(count > 1 ? mostDistantPair(distances) : [0]);
  while (chosen.size < count) {
    let best = -1;
    let bestSpread = -1;
    for (let candidate = 0; candidate < candidates.length; candidate++) {
      if (chosen.has(candidate)) continue;
      let spread = 0;
      for (const other of chosen) spread += square(distances[candidate]![other]!);
      if (spread > bestSpread) [best, bestSpread] = [candidate, spread];
    }
    chosen.add(best);
  }
  return candidates.filter((_, candidate) => chosen.has(candidate));
}

/** Sum of the Euclidean distances between all points of two trajectories, for every two. */
function pairDistances(candidates: readonly (readonly Float64Array[])[]): Float64Array[] {
  const distances = candidates.map(() => new Float64Array(candidates.length));
  const moved = candidates.map(movedFactors);
  for (let a = 0; a < candidates.length; a++) {
    for (let b = 0; b < a; b++) {
      let sum = 0;
      for (const point of candidates[a]!) sum += distanceSum(point, candidates[b]!, moved[b]!);
      distances[a]![b] = distances[b]![a] = sum;
    }
  }
  return distances;
}

/** For each step of a trajectory the factor that it moves. */
function movedFactors(trajectory: readonly Float64Array[]): number[] {
  return trajectory
    .slice(1)
    .map((point, step) => point.findIndex((x, factor) => x !== trajectory[step]![factor]));
}

/** Sum of the distances from a point to a trajectory's, each from the one before: a step changes one coordinate. */
function distanceSum(
  from: Float64Array,
  trajectory: readonly Float64Array[],
  moved: readonly number[],
): number {
  let squares = 0;
  trajectory[0]!.forEach((x, factor) => (squares += square(x - from[factor]!)));
  let sum = Math.sqrt(squares);
  for (let step = 0; step < moved.length; step++) {
    const factor = moved[step]!;
    const [before, after] = [trajectory[step]![factor]!, trajectory[step + 1]![factor]!];
    squares += square(after - from[factor]!) - square(before - from[factor]!);
    sum += Math.sqrt(Math.max(squares, 0));
  }
  return sum;
}

function mostDistantPair(distances: readonly Float64Array[]): [number, number] {
  let pair: [number, number] = [0, 1];
  for (let a = 0; a < distances.length; a++) {
    for (let b = 0; b < a; b++) {
      if (distances[a]![b]! > distances[pair[0]]![pair[1]]!) pair = [b, a];
    }
  }
  return pair;
}
