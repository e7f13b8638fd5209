import { exp, ln } from '../../random/index.js';

/** Bounds of the variables, each in its own unit. */
export interface Bounds {
  readonly low: ArrayLike<number>;
  readonly high: ArrayLike<number>;
}

/** A uniform in (0, 1) for one purpose and variable. */
export type VariableDraw = (purpose: number, variable: number) => number;

/** x to a real power, x >= 0: the same bits in every engine. */
export function power(x: number, exponent: number): number {
  return x > 0 ? exp(exponent * ln(x)) : 0;
}

/**
 * Simulated binary crossover within bounds: children spread around their parents as far as the parents lie apart. Each
 * variable is crossed with chance one half.
 *
 * Sources: Deb and Agrawal, "Simulated binary crossover for continuous search space", Complex Systems 9 (1995),
 * 115-148; bounded as in the authors' NSGA-II (Deb, Pratap, Agarwal and Meyarivan 2002).
 *
 * @param index distribution index, 0 or more; larger keeps children nearer to their parents
 * @returns two children within the bounds
 */
export function crossParents(
  first: Float64Array,
  second: Float64Array,
  { low, high }: Bounds,
  index: number,
  draw: VariableDraw,
): [Float64Array, Float64Array] {
  const one = first.slice();
  const two = second.slice();
  for (let variable = 0; variable < first.length; variable++) {
    const near = Math.min(first[variable]!, second[variable]!);
    const far = Math.max(first[variable]!, second[variable]!);
    const gap = far - near;
    if (draw(0, variable) > 0.5 || gap < 1e-14) continue;
    const [lowest, highest] = [low[variable]!, high[variable]!];
    const u = draw(1, variable);
    const below = (near + far - gap * spreadFactor(u, (near - lowest) / gap, index)) / 2;
    const above = (near + far + gap * spreadFactor(u, (highest - far) / gap, index)) / 2;
    const [left, right] = draw(2, variable) < 0.5 ? [two, one] : [one, two];
    left[variable] = Math.min(Math.max(below, lowest), highest);
    right[variable] = Math.min(Math.max(above, lowest), highest);
  }
  return [one, two];
}

/** The children's distance over the parents'. @param room to the bound, in the parents' distance */
function spreadFactor(u: number, room: number, index: number): number {
  const alpha = 2 - power(1 + 2 * room, -(index + 1));
  return power(u * alpha <= 1 ? u * alpha : 1 / (2 - u * alpha), 1 / (index + 1));
}
