/**
 * Lower triangle L of a symmetric positive definite matrix, L L' = matrix (Golub and Van Loan, algorithm 4.2.1).
 *
 * A direction without spread (a pivot that is zero up to rounding) gets a tiny one instead, so that the covariance of
 * particles that agree in one dimension can still be factored.
 *
 * @param matrix rows of equal length
 * @returns rows of L, of full length
 */
export function choleskyFactor(matrix: readonly Float64Array[]): Float64Array[] {
  const size = matrix.length;
  const lower = matrix.map(() => new Float64Array(size));
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let rest = matrix[row]![column]!;
      for (let k = 0; k < column; k++) rest -= lower[row]![k]! * lower[column]![k]!;
      const smallest = 1e-12 * matrix[row]![row]! + Number.MIN_VALUE;
      lower[row]![column] =
        row === column ? Math.sqrt(Math.max(rest, smallest)) : rest / lower[column]![column]!;
    }
  }
  return lower;
}

/** Solves L x = b from the first row down. */
export function solveLower(lower: readonly Float64Array[], b: ArrayLike<number>): Float64Array {
  const x = Float64Array.from(b);
  for (let row = 0; row < x.length; row++) {
    for (let column = 0; column < row; column++) x[row]! -= lower[row]![column]! * x[column]!;
    x[row]! /= lower[row]![row]!;
  }
  return x;
}

/** Solves L' x = b from the last row up. */
export function solveLowerTransposed(lower: readonly Float64Array[], b: ArrayLike<number>): Float64Array {
  const x = Float64Array.from(b);
  for (let row = x.length - 1; row >= 0; row--) {
    for (let below = row + 1; below < x.length; below++) x[row]! -= lower[below]![row]! * x[below]!;
    x[row]! /= lower[row]![row]!;
  }
  return x;
}
