import { square } from './square.js';

/** The triangle of a QR factorisation, and the response turned by its Q. */
export interface Triangle {
  /** Column j of R holds j + 1 numbers. */
  readonly upper: readonly Float64Array[];
  /** The first numbers of Q'y, as many as columns. */
  readonly turned: Float64Array;
  /** Length of each column before the factorisation: the scale to judge R's diagonal by. */
  readonly lengths: Float64Array;
}

/**
 * QR factorisation by Householder reflections (Golub and Van Loan, Matrix Computations, algorithm 5.2.1).
 *
 * @param rows of a matrix with at least as many rows as columns
 * @param response one number a row
 */
export function factorQr(rows: readonly ArrayLike<number>[], response: ArrayLike<number>): Triangle {
  const width = rows[0]!.length;
  const columns = Array.from({ length: width }, (_, column) =>
    Float64Array.from(rows, (row) => row[column]!),
  );
  const turned = Float64Array.from(response);
  const lengths = Float64Array.from(columns, (column) => lengthFrom(column, 0));
  for (let pivot = 0; pivot < width; pivot++) {
    const mirror = columns[pivot]!.slice();
    const size = lengthFrom(mirror, pivot);
    // Away from the pivot's sign: no digits cancel.
    const diagonal = mirror[pivot]! > 0 ? -size : size;
    mirror[pivot]! -= diagonal;
    const norm = square(lengthFrom(mirror, pivot));
    if (norm === 0) continue;
    for (const target of [...columns.slice(pivot), turned]) reflect(target, mirror, norm, pivot);
    columns[pivot]![pivot] = diagonal;
  }
  const upper = columns.map((column, index) => column.slice(0, index + 1));
  return { upper, turned: turned.slice(0, width), lengths };
}

/**
 * Solves R x = b from the last row up.
 *
 * @param upper columns of R as of `factorQr`, with a diagonal without zeros
 */
export function solveUpper(upper: readonly Float64Array[], b: Float64Array): Float64Array {
  const x = b.slice();
  for (let row = x.length - 1; row >= 0; row--) {
    for (let column = row + 1; column < x.length; column++) x[row]! -= upper[column]![row]! * x[column]!;
    x[row]! /= upper[row]![row]!;
  }
  return x;
}

function reflect(target: Float64Array, mirror: Float64Array, norm: number, from: number): void {
  let product = 0;
  for (let row = from; row < target.length; row++) product += mirror[row]! * target[row]!;
  const factor = (2 * product) / norm;
  for (let row = from; row < target.length; row++) target[row]! -= factor * mirror[row]!;
}

function lengthFrom(vector: Float64Array, from: number): number {
  let squares = 0;
  for (let row = from; row < vector.length; row++) squares += square(vector[row]!);
  return Math.sqrt(squares);
}
