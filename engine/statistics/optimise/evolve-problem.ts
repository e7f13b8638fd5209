import type { Evaluation } from './pareto.js';
import { requireCount, requireInput } from '../../input/index.js';
import type { Bounds } from './simulated-binary-crossover.js';
import type { Ranking } from './survival.js';

/** What to optimise. */
export interface EvolveProblem {
  readonly bounds: Bounds;
  /**
   * Evaluates points, one result each in their order. All objectives are minimised. Give every call the same random
   * numbers (the same replicates), so that candidates differ by their merit and not by their luck. It may repair a point
   * in place.
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
  /** Who breeds and who survives; default by front and crowding distance, as in NSGA-II. */
  readonly rank?: Ranking;
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

/** Checks the settings of `evolve`. @throws InputError when one breaks its rule */
export function requireEvolveSettings(
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
