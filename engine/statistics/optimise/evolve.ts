import { breed } from './breed.js';
import {
  type Evolution,
  type EvolveOptions,
  type EvolveProblem,
  type Member,
  requireEvolveSettings,
} from './evolve-problem.js';
import { latinHypercube } from '../draws/latin-hypercube.js';
import { paretoFront } from './pareto.js';
import { requireInput } from '../../input/index.js';
import { scaleToRanges } from '../draws/scale-to-ranges.js';
import { rankMembers, surviving } from './survival.js';

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
  const {
    seed,
    population = 100,
    generations = 100,
    initial = [],
    rank = rankMembers,
    onGeneration,
  } = options;
  requireEvolveSettings(problem.bounds, population, generations, initial);
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
    const children = breed(members, rank(members), problem.bounds, seed, generation);
    const next = await evaluated(problem, children, generation + 1);
    members = surviving([...members, ...next], population, rank);
  }
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
