import { exp, ln } from '../random/index.js';
import { addressedUniform, ranksOf, stratifiedNormals } from './addressed.js';
import { apportion } from './apportion.js';
import { districtKeys } from './assemble.js';
import { SCHOOL_EDUCATORS, type DistrictDraft } from './draft.js';
import { figure } from './figure.js';
import { shiftLogOdds } from './shift-log-odds.js';

const sizeDraw = addressedUniform('population.district-size');
const povertyDraw = addressedUniform('population.district-low-income');
const regionDraw = addressedUniform('population.district-region');

/** The totals that a synthetic state reproduces exactly. */
export interface StateTotals {
  readonly name: string;
  readonly districts: number;
  readonly schools: number;
  readonly students: number;
  /** Student-weighted share of low-income students. */
  readonly lowIncome: number;
}

/**
 * Makes up the districts of a state: log-normal enrolment and logit-normal low income by stratified quantiles, with the
 * correlation of the real state; schools grow as a power of enrolment, at least one a district.
 *
 * @returns districts in the order of their numbers, their schools still to be made
 */
export function syntheticState(totals: StateTotals): DistrictDraft[] {
  const { districts: n, name: state } = totals;
  const digits = String(n).length;
  const names = Array.from({ length: n }, (_, i) => `District ${String(i + 1).padStart(digits, '0')}`);
  const keys = districtKeys(names.map((name) => ({ state, name })));
  const size = stratifiedNormals(keys, sizeDraw);
  const students = enrolments(totals.students, size);
  const lowIncome = lowIncomeShares(keys, size, students, totals.lowIncome);
  const schools = schoolCounts(totals.schools, students);
  const regions = regionNumbers(keys);
  return names.map((name, i) => ({
    name,
    state,
    region: `Region ${(regions[i] ?? 0) + 1}`,
    students: students[i] ?? 0,
    educators: educatorsOf(students[i] ?? 0, schools[i] ?? 1),
    lowIncome: lowIncome[i] ?? 0,
    contractMonths: -1,
    englishLearners: NaN,
    schools: schools[i] ?? 1,
  }));
}

/** Whole educators of a district by the students-per-educator figure, at least two a school. */
export function educatorsOf(students: number, schools: number): number {
  return Math.max(SCHOOL_EDUCATORS * schools, Math.round(students / figure('studentsPerEducator')));
}

function enrolments(total: number, size: Float64Array): Float64Array {
  const mean = figure('enrolmentLogMean');
  const sd = figure('enrolmentLogSd');
  return apportion(
    total,
    size.map((z) => exp(mean + sd * z)),
    1,
  );
}

/** Number of schools c * students^a, with c such that they sum to the total once every district has one. */
function schoolCounts(total: number, students: Float64Array): Float64Array {
  const power = figure('schoolsExponent');
  return apportion(
    total,
    students.map((n) => exp(power * ln(n))),
    1,
  );
}

/**
 * Ranks the districts by a score that correlates exactly with log size and stands out in the largest tenth, the cities,
 * then deals out the quantiles of the logit-normal by rank: the marginal keeps its shape, and both are the real state's,
 * not a draw's.
 */
function lowIncomeShares(
  keys: Uint32Array,
  size: Float64Array,
  students: Float64Array,
  mean: number,
): Float64Array {
  const n = keys.length;
  if (n === 1) return Float64Array.of(mean);
  const other = stratifiedNormals(keys, povertyDraw);
  const excess = figure('lowIncomeLargestTenth');
  const ranks = ranksOf(size);
  const cities = Float64Array.from(ranks, (rank) => (10 * (rank + 0.5) > 9 * n ? excess : 0));
  // Whatever the cities contribute to the correlation, a slope over all districts makes up the rest.
  const slope = figure('lowIncomeSizeCorrelation') - dot(cities, size) / dot(size, size);
  const known = size.map((z, i) => slope * z + cities[i]!);
  const left = Math.max(0, 1 - variance(known));
  const along = dot(other, size) / dot(size, size);
  const residual = other.map((value, i) => value - along * size[i]!);
  const scale = Math.sqrt(left / Math.max(variance(residual), Number.MIN_VALUE));
  const normals = stratifiedByRank(known.map((value, i) => value + scale * residual[i]!));
  const sd = figure('lowIncomeLogitSd');
  return shiftLogOdds(
    normals.map((z) => sd * z),
    students,
    mean,
  );
}

function variance(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / values.length;
}

function stratifiedByRank(score: Float64Array): Float64Array {
  const n = score.length;
  const ranks = ranksOf(score);
  return stratifiedNormals(ranks, (rank) => (rank + 0.5) / n);
}

/** Regions of equal numbers of districts, dealt out by draws. */
function regionNumbers(keys: Uint32Array): Uint32Array {
  const regions = Math.max(1, Math.round(keys.length / figure('regionDistricts')));
  const ranks = ranksOf(Float64Array.from(keys, (key) => regionDraw(key)));
  return ranks.map((rank) => Math.floor((rank * regions) / keys.length));
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
