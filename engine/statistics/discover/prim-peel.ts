import type { PrimBox, PrimData } from './prim-box.js';

/** A box's limits alone. */
export type BoxLimits = Pick<PrimBox, 'low' | 'high'>;

interface Peel {
  readonly factor: number;
  readonly side: 'low' | 'high';
  readonly limit: number;
  readonly points: number;
  readonly gain: number;
}

/**
 * Peels a box slice by slice; see `prim`.
 *
 * @param patience share of the points that a slice takes (all ties with it, so a factor of few levels loses more)
 * @param minimum points that must stay
 * @returns the boxes from `start` on, at least that one
 */
export function peelBox(start: BoxLimits, data: PrimData, patience: number, minimum: number): BoxLimits[] {
  // Each factor's order is sorted once; a peel only walks it past the points that are gone.
  const orders = Array.from(data.points[0]!, (_, factor) =>
    Uint32Array.from(data.points.keys()).sort((a, b) => data.points[a]![factor]! - data.points[b]![factor]!),
  );
  const inside = new Uint8Array(data.points.length).fill(1);
  const boxes = [start];
  for (;;) {
    const box = boxes.at(-1)!;
    const best = bestPeel(orders, inside, data, patience, minimum);
    if (best === undefined) return boxes;
    boxes.push({ ...box, [best.side]: box[best.side].with(best.factor, best.limit) });
    const low = best.side === 'low';
    for (let point = 0; point < inside.length; point++) {
      const value = data.points[point]![best.factor]!;
      if (low ? value < best.limit : value > best.limit) inside[point] = 0;
    }
  }
}

function bestPeel(
  orders: readonly Uint32Array[],
  inside: Uint8Array,
  data: PrimData,
  patience: number,
  minimum: number,
): Peel | undefined {
  let best: Peel | undefined;
  orders.forEach((order, factor) => {
    const members = order.filter((point) => inside[point] === 1);
    for (const side of ['low', 'high'] as const) {
      const peel = onePeel(side === 'low' ? members : members.toReversed(), factor, side, data, patience);
      if (peel === undefined || peel.points < minimum || peel.gain <= 0) continue;
      if (best === undefined || peel.gain > best.gain) best = peel;
    }
  });
  return best;
}

/** The slice at the start of `members`, which are sorted towards the box's middle; none if all are tied. */
function onePeel(
  members: Uint32Array,
  factor: number,
  side: 'low' | 'high',
  data: PrimData,
  patience: number,
): Peel | undefined {
  const valueAt = (place: number): number => data.points[members[place]!]![factor]!;
  let taken = Math.max(1, Math.floor(patience * members.length));
  while (taken < members.length && valueAt(taken) === valueAt(taken - 1)) taken++;
  if (taken >= members.length) return undefined;
  let [all, lost] = [0, 0];
  members.forEach((point, place) => {
    all += data.interest[point]!;
    if (place < taken) lost += data.interest[point]!;
  });
  const points = members.length - taken;
  return {
    factor,
    side,
    limit: between(valueAt(taken - 1), valueAt(taken)),
    points,
    gain: ((all - lost) / points - all / members.length) / taken,
  };
}

/** The middle, or the inner value when no number lies between the two. */
function between(outer: number, inner: number): number {
  const middle = (outer + inner) / 2;
  return middle === outer ? inner : middle;
}
