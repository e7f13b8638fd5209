import type { StudySchool } from '../../model/instruments/partnership-study.js';
import { type Coefficient, leastSquares } from '../../statistics/index.js';
import { meanOf, shareOf, type SimulatedFigures } from './simulated-figures.js';

/** The densities between which the paper compares scores. */
const densityStep = 0.3 - 0.17;

const unknown = { value: NaN, standardError: NaN, t: NaN, p: NaN };

/** What the regressions of one virtual study find. */
export interface StudyResult {
  /** API points a point of quality: on next year's level, and given this year's score too. */
  readonly level: number;
  readonly improvement: number;
  /** Their standard errors and two-sided p values. */
  readonly levelError: number;
  readonly improvementError: number;
  readonly levelP: number;
  readonly improvementP: number;
  /** Next year's score on this year's, given quality, poverty and type. */
  readonly lag: number;
  /** Yearly persistence of quality that the three give: (1 - improvement / level) / lag. */
  readonly persistence: number;
  /** Mean density in the third of schools with the lowest and with the highest quality. */
  readonly densityLow: number;
  readonly densityHigh: number;
  /** API points between densities 0.17 and 0.30. */
  readonly densityOnLevel: number;
  readonly smallestImprovement: number;
  readonly largestImprovement: number;
  /** Highest minus lowest third: share of schools with daily or weekly talk, and with both formal and informal talk. */
  readonly frequency: number;
  readonly formality: number;
  readonly topics: number;
}

/**
 * The analysis of the paper: least squares on poverty and school type, thirds of the schools by quality.
 *
 * @param schools as measured in the first year
 * @param next their scores a year later, in the same order
 * @returns coefficients NaN where all schools have one quality, as at the end of its scale
 * @throws InputError when there are too few schools, or all are of one type, for the regressions
 */
export function analyseStudy(schools: readonly StudySchool[], next: ArrayLike<number>): StudyResult {
  const controls = schools.map(({ poverty, type }) => [poverty, type === 1 ? 1 : 0, type === 2 ? 1 : 0]);
  const on = (first: (school: StudySchool) => number[]): readonly Omit<Coefficient, 'name'>[] => {
    const rows = schools.map((school, i) => [...first(school), ...controls[i]!]);
    const constant = rows.every((row) => row[0] === rows[0]![0]);
    return constant ? rows[0]!.map(() => unknown) : leastSquares(rows, next).coefficients;
  };
  const level = on(({ quality }) => [quality])[1]!;
  const [, improvement, lag] = on(({ quality, api }) => [quality, api]);
  const density = on((school) => [school.density])[1]!;
  const ranked = [...schools].sort((a, b) => a.quality - b.quality);
  const third = Math.floor(schools.length / 3);
  const lowest = ranked.slice(0, third);
  const highest = ranked.slice(-third);
  const changes = schools.map(({ api }, i) => next[i]! - api);
  const gap = (test: (school: StudySchool) => boolean): number =>
    shareOf(highest, test) - shareOf(lowest, test);
  return {
    level: level.value,
    improvement: improvement!.value,
    levelError: level.standardError,
    improvementError: improvement!.standardError,
    levelP: level.p,
    improvementP: improvement!.p,
    lag: lag!.value,
    persistence: (1 - improvement!.value / level.value) / lag!.value,
    densityLow: meanOf(lowest.map(({ density: value }) => value)),
    densityHigh: meanOf(highest.map(({ density: value }) => value)),
    densityOnLevel: density.value * densityStep,
    smallestImprovement: changes.reduce((a, b) => Math.min(a, b)),
    largestImprovement: changes.reduce((a, b) => Math.max(a, b)),
    frequency: gap(({ frequency }) => frequency === 'daily' || frequency === 'weekly'),
    formality: gap(({ formality }) => formality === 'both'),
    topics: schools[0]!.topicDensities.length,
  };
}

/** Every row of the partnership study. */
export function studyFigures(result: StudyResult): SimulatedFigures {
  return {
    'quality-on-level': { value: result.level },
    'quality-on-improvement': { value: result.improvement },
    'improvement-range': { low: result.smallestImprovement, high: result.largestImprovement },
    'density-high': { value: result.densityHigh },
    'density-low': { value: result.densityLow },
    'density-on-level': { value: result.densityOnLevel },
    'network-topics': { value: result.topics },
    'rep-principal-frequency': { value: result.frequency },
    'rep-principal-formality': { value: result.formality },
  };
}
