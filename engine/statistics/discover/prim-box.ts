import jstat from 'jstat';

/** The side of one factor on which a box ends. */
export interface BoxLimit {
  readonly factor: number;
  readonly side: 'low' | 'high';
  /** The limit, in the factor's unit. */
  readonly value: number;
  /**
   * Chance to find as many cases of interest in the box if this limit did nothing: one-sided binomial test against the
   * density without it. Below 0.05 the limit is hardly an accident; no correction for having searched.
   */
  readonly quasiP: number;
}

/** A box: a conjunction of limits on some factors, and how well it holds the cases of interest. */
export interface PrimBox {
  /** Lower limit of each factor, in its unit; -Infinity where unrestricted. */
  readonly low: Float64Array;
  /** Upper limit of each factor; Infinity where unrestricted. */
  readonly high: Float64Array;
  /** Share of all cases of interest that lie in the box. */
  readonly coverage: number;
  /** Share of the box's points that are of interest. */
  readonly density: number;
  /** Share of all points that lie in the box. */
  readonly mass: number;
  readonly limits: readonly BoxLimit[];
}

/** The data that a box is measured on: points, and 1 for each of interest. */
export interface PrimData {
  readonly points: readonly ArrayLike<number>[];
  readonly interest: Uint8Array;
}

/** Whether a point lies in a box. Its ends belong to it. */
export function inBox(box: Pick<PrimBox, 'low' | 'high'>, point: ArrayLike<number>): boolean {
  return box.low.every((low, factor) => point[factor]! >= low && point[factor]! <= box.high[factor]!);
}

/** Measures a box: coverage, density, mass, and its limits with their quasi-p values (Bryant and Lempert 2010). */
export function measureBox(low: Float64Array, high: Float64Array, data: PrimData): PrimBox {
  const all = data.interest.reduce((sum, one) => sum + one, 0);
  const { points, interesting } = countInside(low, high, data);
  const sides = [...low.keys()].flatMap((factor) => [
    { factor, side: 'low' as const, value: low[factor]! },
    { factor, side: 'high' as const, value: high[factor]! },
  ]);
  const limits = sides
    .filter(({ value }) => Number.isFinite(value))
    .map((limit) => {
      const without = { low: low.slice(), high: high.slice() };
      without[limit.side][limit.factor] = limit.side === 'low' ? -Infinity : Infinity;
      const wider = countInside(without.low, without.high, data);
      return { ...limit, quasiP: upperTail(interesting, points, wider.interesting / wider.points) };
    });
  return {
    low,
    high,
    coverage: interesting / all,
    density: interesting / points,
    mass: points / data.points.length,
    limits,
  };
}

function countInside(
  low: Float64Array,
  high: Float64Array,
  data: PrimData,
): { points: number; interesting: number } {
  let points = 0;
  let interesting = 0;
  data.points.forEach((point, index) => {
    if (!inBox({ low, high }, point)) return;
    points++;
    interesting += data.interest[index]!;
  });
  return { points, interesting };
}

/** Chance of at least `successes` in Binomial(trials, chance). */
function upperTail(successes: number, trials: number, chance: number): number {
  if (successes === 0 || chance >= 1) return 1;
  return jstat.ibeta(chance, successes, trials - successes + 1);
}
