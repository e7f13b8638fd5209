import type { Population } from '../../population/population.js';

export const povertyQuarters = 4;

/**
 * Schools by the share of low-income students, the fewest first, cut in four of equal number: quarter q is
 * `order[from[q]]` to `order[to[q] - 1]`. A school on a cut counts on both sides, so no quarter is empty.
 */
export interface PovertyQuarters {
  readonly order: Uint32Array;
  readonly from: Uint32Array;
  readonly to: Uint32Array;
}

export function cutPovertyQuarters({ schools }: Population): PovertyQuarters {
  const { count, lowIncome } = schools;
  const order = Uint32Array.from({ length: count }, (_, i) => i);
  order.sort((a, b) => lowIncome[a]! - lowIncome[b]! || a - b);
  const cuts = (shift: number, round: (x: number) => number): Uint32Array =>
    Uint32Array.from({ length: povertyQuarters }, (_, q) => round(((q + shift) * count) / povertyQuarters));
  return { order, from: cuts(0, Math.floor), to: cuts(1, Math.ceil) };
}
