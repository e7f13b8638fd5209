import jstat from 'jstat';
import { factorQr, solveUpper } from './factor-qr.js';
import { requireInput } from '../../input/index.js';
import { square } from './square.js';

/** One row of a regression table. */
export interface Coefficient {
  readonly name: string;
  /** Response units for each unit of the predictor. */
  readonly value: number;
  readonly standardError: number;
  readonly t: number;
  /** Two-sided p value of t. */
  readonly p: number;
}

/** A fitted linear regression. */
export interface Regression {
  readonly coefficients: readonly Coefficient[];
  /** Residual standard deviation, in the response's unit. */
  readonly residualSd: number;
  readonly degreesOfFreedom: number;
  /** Share of the variance explained; about zero rather than the mean when there is no intercept. */
  readonly rSquared: number;
  /** Response minus fit, in the response's unit, one a row. */
  readonly residuals: Float64Array;
}

/** Settings of `leastSquares`. */
export interface LeastSquaresOptions {
  /** Names of the predictors; default 'x1', 'x2', ... The intercept is called 'intercept' and comes first. */
  readonly names?: readonly string[];
  /** Default true. */
  readonly intercept?: boolean;
}

/**
 * Ordinary least squares by Householder QR, which keeps twice the digits of the normal equations.
 *
 * Checked against the certified values of NIST's Longley data.
 *
 * @param predictors one row an observation, one number a predictor
 * @param response one number an observation
 * @throws InputError when sizes differ, rows are no more than coefficients or predictors are linearly dependent
 */
export function leastSquares(
  predictors: readonly ArrayLike<number>[],
  response: ArrayLike<number>,
  options: LeastSquaresOptions = {},
): Regression {
  const { intercept = true } = options;
  const width = predictors[0]?.length ?? 0;
  const given = options.names ?? Array.from({ length: width }, (_, index) => `x${index + 1}`);
  const names = intercept ? ['intercept', ...given] : [...given];
  const rows = requireTable(predictors, response, names, intercept);

  const { upper, turned, lengths } = factorQr(rows, response);
  const dependent = upper.findIndex((column, at) => Math.abs(column[at]!) <= 1e-12 * lengths[at]!);
  const dependence = 'must not be a linear combination of the predictors before it';
  requireInput(dependent < 0, 'predictors', names[dependent], dependence, 'leave it out');

  const degreesOfFreedom = rows.length - names.length;
  const values = solveUpper(upper, turned);
  const residuals = Float64Array.from(rows, (row, at) =>
    row.reduce((rest, x, column) => rest - x * values[column]!, response[at]!),
  );
  const squares = residuals.reduce((sum, residual) => sum + square(residual), 0);
  const residualSd = Math.sqrt(squares / degreesOfFreedom);
  const lengthsOfInverse = inverseRowLengths(upper);
  const coefficients = names.map((name, column) => {
    const value = values[column]!;
    const standardError = residualSd * lengthsOfInverse[column]!;
    const t = value / standardError;
    return { name, value, standardError, t, p: 2 * jstat.studentt.cdf(-Math.abs(t), degreesOfFreedom) };
  });
  const rSquared = 1 - squares / spread(response, intercept);
  return { coefficients, residualSd, degreesOfFreedom, rSquared, residuals };
}

/** Length of each row of R^-1: a coefficient's standard error in residual standard deviations. */
function inverseRowLengths(upper: readonly Float64Array[]): Float64Array {
  const squares = new Float64Array(upper.length);
  for (let unit = 0; unit < upper.length; unit++) {
    const column = solveUpper(upper, new Float64Array(upper.length).with(unit, 1));
    column.forEach((entry, row) => (squares[row]! += square(entry)));
  }
  return squares.map(Math.sqrt);
}

function spread(response: ArrayLike<number>, aboutMean: boolean): number {
  const values = Float64Array.from(response);
  const centre = aboutMean ? values.reduce((sum, y) => sum + y, 0) / values.length : 0;
  return values.reduce((sum, y) => sum + square(y - centre), 0);
}

/** The rows of the design matrix, the intercept first, once their sizes are right. */
function requireTable(
  predictors: readonly ArrayLike<number>[],
  response: ArrayLike<number>,
  names: readonly string[],
  intercept: boolean,
): number[][] {
  const count = predictors.length;
  const sameRule = `must be ${count}, one number for each row of the predictors`;
  requireInput(
    response.length === count,
    'response.length',
    response.length,
    sameRule,
    'drop incomplete rows',
  );
  const moreRule = `must be more than ${names.length}, the number of coefficients`;
  requireInput(
    count > names.length,
    'predictors.length',
    count,
    moreRule,
    'observe more or predict by fewer',
  );
  const width = names.length - Number(intercept);
  return predictors.map((row, at) => {
    const numbers = Array.from(row);
    const holds = numbers.length === width && [...numbers, response[at]!].every(Number.isFinite);
    const rule = `must be ${width} finite numbers with a finite response`;
    requireInput(holds, `predictors[${at}]`, numbers.join(', '), rule, 'drop incomplete rows');
    return intercept ? [1, ...numbers] : numbers;
  });
}
