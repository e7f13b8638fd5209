/**
 * Volume of objective space that a front dominates, up to a reference point: the larger, the better the front.
 *
 * By slicing objectives (While, Hingston, Barone and Huband, "A faster algorithm for calculating hypervolume", IEEE
 * Transactions on Evolutionary Computation 10 (2006), 29-38): fine for hundreds of points in two to four objectives.
 *
 * @param front objectives of each point, all minimised, in any units
 * @param reference one value an objective, the worst that counts; a point beyond it in any objective adds nothing
 * @returns in the product of the objectives' units
 */
export function hypervolume(front: readonly ArrayLike<number>[], reference: ArrayLike<number>): number {
  const within = front.filter((point) => Array.from(point).every((value, at) => value < reference[at]!));
  return sliced(within, reference, reference.length - 1);
}

/** Volume in the objectives 0..last. */
function sliced(points: readonly ArrayLike<number>[], reference: ArrayLike<number>, last: number): number {
  if (points.length === 0) return 0;
  if (last === 0) return reference[0]! - Math.min(...points.map((point) => point[0]!));
  const sorted = [...points].sort((a, b) => a[last]! - b[last]!);
  let volume = 0;
  for (let place = 0; place < sorted.length; place++) {
    const depth = (sorted[place + 1]?.[last] ?? reference[last]!) - sorted[place]![last]!;
    if (depth > 0) volume += depth * sliced(sorted.slice(0, place + 1), reference, last - 1);
  }
  return volume;
}
