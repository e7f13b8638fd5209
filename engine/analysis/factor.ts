import { priorQuantile, type Parameter } from '../evidence/index.js';

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
  /** Set where values follow the assumption's prior between its 5 and 95 percent points, and not a flat range. */
  readonly prior?: Parameter;
}

/** Share of a prior that lies on each side outside the studied range. */
const tail = 0.05;

/**
 * The value of a factor at a coordinate of the unit cube: along the quantiles of its prior where it has one, so that
 * equal steps are equally believable; evenly over its range otherwise.
 *
 * @param u 0 (the low end) to 1 (the high end)
 */
export function factorValue(factor: Factor, u: number): number {
  const { prior, low, high, integer } = factor;
  const value = prior ? priorQuantile(prior, tail + u * (1 - 2 * tail)) : low + u * (high - low);
  return integer ? Math.round(value) : value;
}

/** Values of several factors at a point of the unit cube, in the factors' order. */
export function factorValues(factors: readonly Factor[], point: ArrayLike<number>): Float64Array {
  return Float64Array.from(factors, (factor, index) => factorValue(factor, point[index] ?? 0));
}

/** The range of an assumption that believes its prior; its whole support where it has none. */
export function assumptionFactor(parameter: Parameter): Factor {
  const { id, label, unit, support, distribution } = parameter;
  const [low, high] =
    distribution.kind === 'constant'
      ? support
      : [priorQuantile(parameter, tail), priorQuantile(parameter, 1 - tail)];
  const common = { address: `assumptions.${id}`, kind: 'assumption', label, unit, integer: false } as const;
  return {
    ...common,
    low,
    high,
    limits: support,
    ...(distribution.kind === 'constant' ? {} : { prior: parameter }),
  };
}

/** The same factor over another, flat range. */
export function withRange(factor: Factor, low: number, high: number): Factor {
  const { prior: _, ...flat } = factor;
  return { ...flat, low, high };
}
