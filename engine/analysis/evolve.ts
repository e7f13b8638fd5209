import { addressedUniform } from './addressed-uniform.js';
import { latinHypercube } from './latin-hypercube.js';
import { type Evaluation, nondominatedSort, paretoFront } from './pareto.js';
import { mutatePoint } from './polynomial-mutation.js';
import { requireCount, requireInput } from './require-input.js';
import { scaleToRanges } from './scale-to-ranges.js';
import { type Bounds, crossParents } from './simulated-binary-crossover.js';
import { rankMembers, surviving } from './survival.js';

/** What to optimise. */
export interface EvolveProblem {
  readonly bounds: Bounds;
  /**
   * Evaluates points, one result each in their order. All objectives are minimised. Give every call the same random
   * numbers (the same replicates), so that candidates differ by their merit and not by their luck.
   */
  readonly evaluate: (
    points: readonly Float64Array[],
    generation: number,
  ) => Promise<Evaluation[]> | Evaluation[];
}

/** Settings of `evolve`. */
export interface EvolveOptions {
  /** Any non-empty text. */
  readonly seed: string;
  /** Members, an even number of at least 4; default 100. */
  readonly population?: number;
  /** Generations after the first population; default 100. */
  readonly generations?: number;
  /** Points that the first population must contain, such as the plan in use. */
  readonly initial?: readonly ArrayLike<number>[];
  /** Called after each generation; an error thrown here stops the search. */
  readonly onGeneration?: (state: Evolution) => void;
}

/** A point and what is known of it. */
export interface Member extends Evaluation {
  readonly point: Float64Array;
}

/** The state after a generation. */
export interface Evolution {
  readonly generation: number;
  readonly members: readonly Member[];
  /** Members that none dominates; they keep the constraints whenever any member does. */
  readonly front: readonly Member[];
}

const crossoverChance = 0.9;
const crossoverIndex = 15;
const mutationIndex = 20;

/**
 * NSGA-II: multi-objective optimisation by an evolving population, elitist, with constraints.
 *
 * Source: Deb, Pratap, Agarwal and Meyarivan, "A fast and elitist multiobjective genetic algorithm: NSGA-II", IEEE
 * Transactions on Evolutionary Computation 6 (2002), 182-197. The first population is a Latin hypercube. Draws are
 * addressed by generation, child and variable: the same seed gives the same search.
 *
 * @returns the last generation
 * @throws InputError when a setting breaks its rule or an evaluation is missing or not a number
 */
export async function evolve(problem: EvolveProblem, options: EvolveOptions): Promise<Evolution> {
  const { seed, population = 100, generations = 100, initial = [], onGeneration } = options;
  requireSettings(problem.bounds, population, generations, initial);
  const size = problem.bounds.low.length;
  const ranges = Array.from({ length: size }, (_, v) => ({
    low: problem.bounds.low[v]!,
    high: problem.bounds.high[v]!,
  }));
  const sampled = scaleToRanges(latinHypercube(population, size, seed), ranges);
  const start = [...initial.map((point) => Float64Array.from(point)), ...sampled].slice(0, population);
  let members = await evaluated(problem, start, 0);
  for (let generation = 0; ; generation++) {
    const front = paretoFront(members).map((index) => members[index]!);
    const state = { generation, members, front };
    onGeneration?.(state);
    if (generation === generations) return state;
    const children = breed(members, problem.bounds, seed, generation);
    members = surviving([...members, ...(await evaluated(problem, children, generation + 1))], population);
  }
}

/** As many children as members: tournaments of two choose parents, which are crossed and mutated. */
function breed(members: readonly Member[], bounds: Bounds, seed: string, generation: number): Float64Array[] {
  const select = addressedUniform(seed, 'evolve select');
  const cross = addressedUniform(seed, 'evolve cross');
  const mutate = addressedUniform(seed, 'evolve mutate');
  const ranks = rankMembers(members, nondominatedSort(members));
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

async function evaluated(
  problem: EvolveProblem,
  points: readonly Float64Array[],
  generation: number,
): Promise<Member[]> {
  const results = await problem.evaluate(points, generation);
  const remedy = 'give a failed run a violation instead of leaving it out';
  const rule = `must be ${points.length}, one for each point`;
  requireInput(results.length === points.length, 'evaluations.length', results.length, rule, remedy);
  return results.map(({ objectives, violation }, index) => {
    const numbers = [...Array.from(objectives), violation];
    requireInput(
      !numbers.some(Number.isNaN),
      `evaluations[${index}]`,
      numbers.join(', '),
      'must be numbers',
      remedy,
    );
    return { point: points[index]!, objectives, violation };
  });
}

function requireSettings(
  { low, high }: Bounds,
  population: number,
  generations: number,
  initial: readonly ArrayLike<number>[],
): void {
  requireCount('population / 2', population / 2, 2);
  requireCount('generations', generations, 0);
  requireCount('bounds.low.length', low.length, 1);
  requireInput(
    high.length === low.length,
    'bounds.high.length',
    high.length,
    `must be ${low.length}`,
    'bound all',
  );
  for (let v = 0; v < low.length; v++) {
    const holds = low[v]! <= high[v]!;
    requireInput(
      holds,
      `bounds.high[${v}]`,
      high[v],
      `must be at least ${low[v]}, the lower bound`,
      'swap the two',
    );
  }
  initial.forEach((point, index) => {
    const holds =
      point.length === low.length && Array.from(point).every((x, v) => x >= low[v]! && x <= high[v]!);
    const rule = `must be ${low.length} numbers within the bounds`;
    requireInput(holds, `initial[${index}]`, Array.from(point).join(', '), rule, 'clip it to the bounds');
  });
}
