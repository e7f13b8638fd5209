import { withAssumptions } from '../../evidence/index.js';
import { createKernel } from '../../model/kernel.js';
import { loadCaliforniaScoresBefore, loadPopulation } from '../../population/index.js';
import { loadScenario } from '../../scenario/index.js';
import { fixedDesign } from '../../statistics/index.js';
import { quantile } from '../../statistics/index.js';
import { square } from '../../statistics/index.js';
import { meanOf, type SimulatedFigures } from './simulated-figures.js';

/** Enrolments that divide the schools by the spread of their growth. */
const enrolments = [200, 400, 600, 800, 1200] as const;

/** A year of California's schools, from their real scores of 1999 to simulated ones of 2000. */
export interface CaliforniaYear {
  run(parameters: Float64Array, root: Uint32Array, replicate: number): SimulatedFigures;
}

/**
 * The figures that were computed from California's file, computed in the same way from simulated scores of 2000.
 *
 * Each school starts from its real score of 1999. Between the two years the line of scores on meals, type and enrolment
 * moved for all of the state, which no district's state carries: the file's own line of each year is taken out and put
 * back.
 */
export async function createCaliforniaYear(): Promise<CaliforniaYear> {
  const population = await loadPopulation('california-2000');
  const { schools } = population;
  const before = await loadCaliforniaScoresBefore();
  const meals = Array.from(schools.lowIncome, (share) => [100 * share]);
  const controls = meals.map(([percent], i) => [
    percent!,
    schools.type[i] === 2 ? 1 : 0,
    schools.type[i] === 1 ? 1 : 0,
  ]);
  const line = fixedDesign(controls.map((row, i) => [...row, Math.log(schools.students[i]!)]));
  const lineOf = (scores: Float64Array): Float64Array => {
    const { residuals } = line(scores);
    return scores.map((score, i) => score - residuals[i]!);
  };
  const lineBefore = lineOf(before);
  const start = lineOf(schools.api).map((line, i) => line + before[i]! - lineBefore[i]!);
  const kernel = createKernel({ ...population, schools: { ...schools, api: start } });
  const scenario = { ...loadScenario('no-partnership'), years: 1 };
  const withBefore = (rows: readonly number[][]): number[][] => rows.map((row, i) => [before[i]!, ...row]);
  const onMeals = fixedDesign(meals);
  const onType = fixedDesign(controls);
  const onLag = fixedDesign(withBefore(controls));
  const onBefore = fixedDesign(withBefore(meals));
  const districts = { mean: schools.count / population.districts.count, median: medianSize(population) };
  const ofType = (type: number): number => schools.type.reduce((sum, one) => sum + (one === type ? 1 : 0), 0);

  return {
    run(parameters, root, replicate) {
      kernel.begin(scenario, withAssumptions(parameters, {}), root, replicate);
      for (let month = 1; month <= 12; month++) kernel.step(month);
      const { fixed, moving } = kernel.model.state.schools;
      const now = fixed.map((lasting, i) => Math.min(1000, Math.max(200, lasting + moving[i]!)));
      const growth = now.map((score, i) => score - before[i]!);
      const poverty = onMeals(now);
      const byType = onType(now);
      const given = onBefore(growth);
      const sorted = growth.toSorted();
      return {
        'poverty-slope': {
          slope: poverty.coefficients[1]!,
          intercept: poverty.coefficients[0]!,
          residualSd: poverty.residualSd,
        },
        'poverty-slope-by-type': {
          slope: byType.coefficients[1]!,
          highSchool: byType.coefficients[2]!,
          middleSchool: byType.coefficients[3]!,
          residualSd: byType.residualSd,
        },
        'lag-slope': { value: onLag(now).coefficients[1]! },
        'lag-correlation': { value: correlation(before, now) },
        'growth-sd': {
          value: spread([...growth]),
          residual: given.residualSd,
          ...spreadByEnrolment(given.residuals, schools.students),
        },
        'growth-quantiles': {
          p05: quantile(sorted, 0.05),
          p25: quantile(sorted, 0.25),
          p50: quantile(sorted, 0.5),
          p75: quantile(sorted, 0.75),
          p95: quantile(sorted, 0.95),
        },
        'api-mean': { y1999: meanOf([...before]), y2000: meanOf([...now]), sd2000: spread([...now]) },
        'schools-per-district': districts,
        'school-types': { elementary: ofType(0), middle: ofType(1), high: ofType(2) },
      };
    },
  };
}

function spreadByEnrolment(
  residuals: Float64Array,
  students: Float64Array,
): Readonly<Record<string, number>> {
  const classes = [...enrolments, Infinity].map((below, k) => {
    const from = enrolments[k - 1] ?? 0;
    const inside = [...residuals].filter((_, i) => students[i]! >= from && students[i]! < below);
    return [below === Infinity ? `above${from}` : `to${below}`, spread(inside)];
  });
  return Object.fromEntries(classes) as Readonly<Record<string, number>>;
}

function spread(values: readonly number[]): number {
  const mean = meanOf(values);
  return Math.sqrt(meanOf(values.map((value) => square(value - mean))));
}

function correlation(a: Float64Array, b: Float64Array): number {
  const [ma, mb] = [meanOf([...a]), meanOf([...b])];
  const products = Array.from(a, (value, i) => (value - ma) * (b[i]! - mb));
  return meanOf(products) / (spread([...a]) * spread([...b]));
}

function medianSize({ districts }: Awaited<ReturnType<typeof loadPopulation>>): number {
  const sizes = Float64Array.from(
    { length: districts.count },
    (_, d) => districts.firstSchool[d + 1]! - districts.firstSchool[d]!,
  );
  return quantile(sizes.sort(), 0.5);
}
