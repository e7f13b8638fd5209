/** Whole numbers below `total`, spread evenly, the first and the last among them. */
export function spread(count: number, total: number): number[] {
  const most = Math.min(count, total);
  return Array.from({ length: most }, (_, index) =>
    most === 1 ? 0 : Math.round((index * (total - 1)) / (most - 1)),
  );
}
