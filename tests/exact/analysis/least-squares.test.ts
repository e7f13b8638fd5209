import { describe, expect, it } from 'vitest';
import { leastSquares } from '../../../engine/statistics/estimate/least-squares.js';

/** Longley (1967): employment by GNP deflator, GNP, unemployment, armed forces, population and year. */
const longley = `
60323 83 234289 2356 1590 107608 1947
61122 88.5 259426 2325 1456 108632 1948
60171 88.2 258054 3682 1616 109773 1949
61187 89.5 284599 3351 1650 110929 1950
63221 96.2 328975 2099 3099 112075 1951
63639 98.1 346999 1932 3594 113270 1952
64989 99 365385 1870 3547 115094 1953
63761 100 363112 3578 3350 116219 1954
66019 101.2 397469 2904 3048 117388 1955
67857 104.6 419180 2822 2857 118734 1956
68169 108.4 442769 2936 2798 120445 1957
66513 110.8 444546 4681 2637 121950 1958
68655 112.6 482704 3813 2552 123366 1959
69564 114.2 502601 3931 2514 125368 1960
69331 115.7 518173 4806 2572 127852 1961
70551 116.9 554894 4007 2827 130081 1962`
  .trim()
  .split('\n')
  .map((line) => line.split(' ').map(Number));

/** Certified values: NIST Statistical Reference Datasets, Longley. */
const certified = {
  values: [
    -3482258.63459582, 15.0618722713733, -0.035819179292591, -2.02022980381683, -1.03322686717359,
    -0.0511041056535807, 1829.15146461355,
  ],
  errors: [
    890420.383607373, 84.9149257747669, 0.0334910077722432, 0.488399681651699, 0.214274163161675,
    0.22607320006937, 455.478499142212,
  ],
  residualSd: 304.854073561965,
  rSquared: 0.995479004577296,
};

const near = (value: number, truth: number, digits: number) =>
  expect(Math.abs(value / truth - 1)).toBeLessThan(10 ** -digits);

describe("Longley's data, nearly collinear", () => {
  const fit = leastSquares(
    longley.map((row) => row.slice(1)),
    longley.map((row) => row[0]!),
  );

  it('has the certified coefficients and standard errors', () => {
    fit.coefficients.forEach(({ value, standardError }, index) => {
      near(value, certified.values[index]!, 7);
      near(standardError, certified.errors[index]!, 7);
    });
  });

  it('has the certified residual standard deviation and R squared', () => {
    near(fit.residualSd, certified.residualSd, 8);
    near(fit.rSquared, certified.rSquared, 8);
    expect(fit.degreesOfFreedom).toBe(9);
  });

  it('has the published p values of the t tests', () => {
    const published = [0.00356, 0.863141, 0.312681, 0.002535, 0.000944, 0.826212, 0.003037];
    fit.coefficients.forEach(({ p }, index) => expect(p).toBeCloseTo(published[index]!, 5));
  });
});

describe('simple cases', () => {
  it('fit a line exactly', () => {
    const { coefficients, residuals } = leastSquares([[0], [1], [2]], [1, 3, 5], { names: ['slope'] });
    expect(coefficients.map(({ name }) => name)).toEqual(['intercept', 'slope']);
    expect(coefficients[0]!.value).toBeCloseTo(1, 12);
    expect(coefficients[1]!.value).toBeCloseTo(2, 12);
    for (const residual of residuals) expect(residual).toBeCloseTo(0, 12);
  });

  it('give a mean and its standard error from the intercept alone', () => {
    const y = [2, 4, 4, 4, 5, 5, 7, 9];
    const { coefficients, residualSd } = leastSquares(
      y.map(() => []),
      y,
    );
    expect(coefficients[0]!.value).toBeCloseTo(5, 12);
    expect(coefficients[0]!.standardError).toBeCloseTo(residualSd / Math.sqrt(8), 12);
  });

  it('go through the origin without an intercept', () => {
    const { coefficients } = leastSquares([[1], [2], [3]], [2, 4, 7], { intercept: false });
    expect(coefficients).toHaveLength(1);
    expect(coefficients[0]!.value).toBeCloseTo(31 / 14, 12);
  });

  it('refuse dependent predictors, too few rows, ragged rows and gaps', () => {
    const rows = [
      [1, 2],
      [2, 4],
      [3, 6],
      [4, 8],
    ];
    expect(() => leastSquares(rows, [1, 2, 3, 5])).toThrow(/'x2' must not be a linear combination/);
    expect(() => leastSquares([[1], [2]], [1, 2])).toThrow(/must be more than 2/);
    expect(() => leastSquares([[1], [2, 3], [3]], [1, 2, 3])).toThrow(/predictors\[1\].*must be 1 finite/);
    expect(() => leastSquares([[1], [2], [3]], [1, NaN, 3])).toThrow(/finite response/);
    expect(() => leastSquares([[1], [2], [3]], [1, 2])).toThrow(/response.length: 2 must be 3/);
  });
});
