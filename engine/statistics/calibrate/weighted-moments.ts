/** A mean and a covariance, in the points' units. */
export interface Moments {
  readonly mean: Float64Array;
  /** Rows of the matrix. */
  readonly covariance: Float64Array[];
}

/** Mean and covariance of weighted points; weights in any scale, not all 0. */
export function weightedMoments(
  points: readonly { readonly point: readonly number[]; readonly weight: number }[],
): Moments {
  const size = points[0]!.point.length;
  const total = points.reduce((sum, { weight }) => sum + weight, 0);
  const mean = new Float64Array(size);
  for (const { point, weight } of points) {
    for (let i = 0; i < size; i++) mean[i]! += (weight / total) * point[i]!;
  }
  const covariance = Array.from(mean, () => new Float64Array(size));
  for (const { point, weight } of points) {
    for (let i = 0; i < size; i++) {
      const scaled = (weight / total) * (point[i]! - mean[i]!);
      for (let j = 0; j < size; j++) covariance[i]![j]! += scaled * (point[j]! - mean[j]!);
    }
  }
  return { mean, covariance };
}
