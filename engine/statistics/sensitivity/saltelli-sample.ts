import { requireCount } from '../../input/index.js';
import { sobolSequence } from '../draws/sobol-sequence.js';

/** Settings of `saltelliSample`. */
export interface SaltelliOptions {
  /** Any non-empty text. */
  readonly seed: string;
  /** Base points, best a power of two; default 1,024. */
  readonly base?: number;
  /** Whether interactions of two factors are wanted, at nearly twice the runs; default true. */
  readonly secondOrder?: boolean;
}

/** Points to evaluate, and what `sobolIndices` needs to read the responses. */
export interface SaltelliSample {
  readonly dimensions: number;
  readonly base: number;
  readonly secondOrder: boolean;
  /** Points a base point: `2 * dimensions + 2`, or `dimensions + 2` without second order. */
  readonly stride: number;
  /** `base * stride` points of the unit cube: for each base point A, B, every AB_i, then every BA_i. */
  readonly points: readonly Float64Array[];
}

/**
 * Design for variance-based indices: two points A and B of one Sobol sequence, and copies of A with one coordinate of B
 * (AB_i) and of B with one of A (BA_i). Any start of whole strides is itself a design, so a sweep can stop early.
 *
 * Sources: Saltelli, "Making best use of model evaluations to compute sensitivity indices", Computer Physics
 * Communications 145 (2002), 280-297; Saltelli, Annoni, Azzini, Campolongo, Ratto and Tarantola, "Variance based
 * sensitivity analysis of model output", Computer Physics Communications 181 (2010), 259-270.
 *
 * @param dimensions factors, 1 to 80
 * @throws InputError when a count breaks its rule, or the Sobol tables reach less than twice the factors
 */
export function saltelliSample(dimensions: number, options: SaltelliOptions): SaltelliSample {
  const { seed, base = 1024, secondOrder = true } = options;
  requireCount('dimensions', dimensions, 1);
  requireCount('base', base, 2);
  const points = sobolSequence(base, 2 * dimensions, { seed }).flatMap((pair) => {
    const a = pair.slice(0, dimensions);
    const b = pair.slice(dimensions);
    const crossed = [...a.keys()].map((factor) => a.with(factor, b[factor]!));
    const reversed = secondOrder ? [...a.keys()].map((factor) => b.with(factor, a[factor]!)) : [];
    return [a, b, ...crossed, ...reversed];
  });
  return { dimensions, base, secondOrder, stride: points.length / base, points };
}
