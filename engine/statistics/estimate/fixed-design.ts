import { choleskyFactor, solveLower, solveLowerTransposed } from '../calibrate/cholesky.js';

/** Least squares of one response. */
export interface DesignFit {
  /** The intercept first, then one a predictor. */
  readonly coefficients: Float64Array;
  readonly residuals: Float64Array;
  readonly residualSd: number;
}

/**
 * Ordinary least squares of many responses on the same predictors: the normal equations are factored once, with centred
 * predictors, which keeps the digits that the intercept would cost. `leastSquares` also gives errors and checks its input.
 *
 * @param predictors one row an observation, linearly independent
 * @returns fits a response with one number an observation
 */
export function fixedDesign(
  predictors: readonly ArrayLike<number>[],
): (response: ArrayLike<number>) => DesignFit {
  const rows = predictors.length;
  const width = predictors[0]!.length;
  const means = Float64Array.from(
    { length: width },
    (_, column) => sum(rows, (i) => predictors[i]![column]!) / rows,
  );
  const columns = Array.from(means, (mean, column) =>
    Float64Array.from(predictors, (row) => row[column]! - mean),
  );
  const gram = columns.map((a) => Float64Array.from(columns, (b) => sum(rows, (i) => a[i]! * b[i]!)));
  const lower = choleskyFactor(gram);
  return (response) => {
    const mean = sum(rows, (i) => response[i]!) / rows;
    const right = columns.map((column) => sum(rows, (i) => column[i]! * response[i]!));
    const slopes = solveLowerTransposed(lower, solveLower(lower, right));
    const residuals = Float64Array.from({ length: rows }, (_, i) => {
      let rest = response[i]! - mean;
      for (let column = 0; column < width; column++) rest -= slopes[column]! * columns[column]![i]!;
      return rest;
    });
    const intercept = slopes.reduce((rest, slope, column) => rest - slope * means[column]!, mean);
    const squares = sum(rows, (i) => residuals[i]! * residuals[i]!);
    return {
      coefficients: Float64Array.of(intercept, ...slopes),
      residuals,
      residualSd: Math.sqrt(squares / (rows - width - 1)),
    };
  };
}

function sum(count: number, term: (index: number) => number): number {
  let total = 0;
  for (let index = 0; index < count; index++) total += term(index);
  return total;
}
