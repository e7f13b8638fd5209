/**
 * Moves labels apart along one axis, as little as possible and in their order, so that none overlap.
 *
 * @param wanted positions in pixels
 * @param gap smallest distance between two labels
 * @param range lowest and highest position allowed
 */
export function placeLabels(
  wanted: readonly number[],
  gap: number,
  range: readonly [number, number],
): number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => wanted[a]! - wanted[b]!);
  const placed = [...wanted];
  let floor = range[0];
  for (const index of order) {
    placed[index] = Math.max(placed[index]!, floor);
    floor = placed[index] + gap;
  }
  let ceiling = range[1];
  for (const index of order.reverse()) {
    placed[index] = Math.min(placed[index]!, ceiling);
    ceiling = placed[index] - gap;
  }
  return placed;
}
