import { priorQuantile, type Parameter } from '../../evidence/index.js';

/** Something that a study varies: a lever's field or timing, a context field or an assumption. */
export interface Factor {
  /** As a setting names it: `levers.conferences.perYear`, `assumptions.apiPersistence`, `context.turnover`. */
  readonly address: string;
  readonly kind: 'lever' | 'timing' | 'context' | 'assumption';
  readonly label: string;
  readonly unit: string;
  /** The range that is studied, in the unit. */
  readonly low: number;
  readonly high: number;
  /** What a scenario accepts, in the unit. */
  readonly limits: readonly [number, number];
  readonly integer: boolean;
  /** Set where values follow what is believed of this parameter, from its 5 to its 95 percent point. */
  readonly belief?: Parameter;
}

/** Share of a belief that lies on each side outside the studied range. */
const tail = 0.05;

/** Chances at which the quantiles of a fitted parameter are known. */
const knots = [0.05, 0.25, 0.5, 0.75, 0.95] as const;

/**
 * The value of a factor at a coordinate of the unit cube: along the quantiles of what is believed, so that equal steps
 * are equally likely; evenly over its range otherwise.
 *
 * @param u 0 (the low end) to 1 (the high end)
 */
export function factorValue(factor: Factor, u: number): number {
  const { belief, low, high, integer } = factor;
  const value = belief ? quantileOf(belief, (1 - u) * tail + u * (1 - tail)) : low + u * (high - low);
  return integer ? Math.round(value) : value;
}

/** Values of several factors at a point of the unit cube, in the factors' order. */
export function factorValues(factors: readonly Factor[], point: ArrayLike<number>): Float64Array {
  return Float64Array.from(factors, (factor, index) => factorValue(factor, point[index] ?? 0));
}

/**
 * An assumption over the middle 90 percent of what is believed of it: its posterior where it is fitted, else its prior. A
 * parameter that is held at one value ranges over its whole support.
 */
export function assumptionFactor(parameter: Parameter): Factor {
  const { id, label, unit, support, distribution } = parameter;
  const held = distribution.kind === 'constant';
  const [low, high] = held ? support : [quantileOf(parameter, tail), quantileOf(parameter, 1 - tail)];
  const address = `assumptions.${id}`;
  const belief = held ? {} : { belief: parameter };
  return { address, kind: 'assumption', label, unit, low, high, limits: support, integer: false, ...belief };
}

/** Between the known quantiles of a posterior the way is straight. */
function quantileOf(parameter: Parameter, p: number): number {
  const { posterior } = parameter;
  if (!posterior) return priorQuantile(parameter, p);
  const after = Math.max(
    1,
    knots.findIndex((knot) => knot >= p),
  );
  const [from, to] = [knots[after - 1]!, knots[after]!];
  const share = (p - from) / (to - from);
  return (1 - share) * posterior[after - 1]! + share * posterior[after]!;
}

/** The same factor over another, flat range. */
export function withRange(factor: Factor, low: number, high: number): Factor {
  const { belief: _, ...flat } = factor;
  return { ...flat, low, high };
}
