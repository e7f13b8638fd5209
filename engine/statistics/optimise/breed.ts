import { addressedUniform } from '../draws/addressed-uniform.js';
import { mutatePoint } from './polynomial-mutation.js';
import { type Bounds, crossParents } from './simulated-binary-crossover.js';
import type { Member } from './evolve-problem.js';

const crossoverChance = 0.9;
const crossoverIndex = 15;
const mutationIndex = 20;

/**
 * As many children as members: tournaments of two choose parents, which are crossed and mutated.
 *
 * @param ranks of the members, 0 the best
 */
export function breed(
  members: readonly Member[],
  ranks: Uint32Array,
  bounds: Bounds,
  seed: string,
  generation: number,
): Float64Array[] {
  const select = addressedUniform(seed, 'evolve select');
  const cross = addressedUniform(seed, 'evolve cross');
  const mutate = addressedUniform(seed, 'evolve mutate');
  const size = bounds.low.length;
  const winner = (child: number): Float64Array => {
    const entrant = (place: number): number => Math.floor(select(generation, child, place) * members.length);
    const [a, b] = [entrant(0), entrant(1)];
    return members[ranks[a]! <= ranks[b]! ? a : b]!.point;
  };
  const children: Float64Array[] = [];
  for (let child = 0; child < members.length; child += 2) {
    const parents: [Float64Array, Float64Array] = [winner(child), winner(child + 1)];
    const crossed =
      select(generation, child, 2) < crossoverChance
        ? crossParents(...parents, bounds, crossoverIndex, (use, v) =>
            cross(generation, child, use * size + v),
          )
        : parents;
    crossed.forEach((point, twin) => {
      const draw = (use: number, v: number): number => mutate(generation, child + twin, use * size + v);
      children.push(mutatePoint(point, bounds, 1 / size, mutationIndex, draw));
    });
  }
  return children;
}
