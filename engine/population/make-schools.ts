import { exp, logit, normalQuantile } from '../random/index.js';
import { addressedUniform, ranksOf } from './addressed.js';
import { apportion } from './apportion.js';
import { SCHOOL_EDUCATORS, type DistrictDraft, type SchoolDraft } from './draft.js';
import { figure } from './figure.js';
import { shiftLogOdds } from './shift-log-odds.js';

const typeDraw = addressedUniform('population.school-type');
const sizeDraw = addressedUniform('population.school-size');
const povertyDraw = addressedUniform('population.school-low-income');

/**
 * Makes up the schools of a district of which only the totals are known: types in the proportions of the California
 * file, sizes by type with a log-normal spread, low income around the district's. Students, educators and the
 * low-income share of the schools add up to the district's, exactly.
 *
 * @param count schools; at most the number of students
 * @param key address of the district in the draws: another district changes nothing here
 */
export function makeSchools(district: DistrictDraft, count: number, key: number): SchoolDraft[] {
  const indices = Array.from({ length: count }, (_, index) => index);
  const types = makeTypes(count, typeDraw(key));
  const sizeSd = figure('schoolSizeLogSd');
  const sizes = indices.map((i) => typeSize(types[i] ?? 0) * exp(sizeSd * normalQuantile(sizeDraw(key, i))));
  const students = apportion(district.students, sizes, 1);
  const educators = apportion(district.educators, students, SCHOOL_EDUCATORS);
  const poverty = schoolShares(district.lowIncome, students, key);
  return indices.map((i) => ({
    name: `School ${i + 1}`,
    type: types[i] ?? 0,
    students: students[i] ?? 0,
    educators: educators[i] ?? 0,
    lowIncome: poverty[i] ?? 0,
    api: NaN,
  }));
}

/**
 * Types of the schools of one district, elementary first. Systematic sampling: each type's number is within one of
 * its share, and its mean over districts is the share itself.
 *
 * @param u uniform in (0, 1), the start
 */
export function makeTypes(count: number, u: number): Uint8Array {
  const elementary = figure('elementarySchools');
  const middle = figure('middleSchools');
  const all = elementary + middle + figure('highSchools');
  return Uint8Array.from({ length: count }, (_, i) => {
    const place = ((i + u) / count) * all;
    return place < elementary ? 0 : place < elementary + middle ? 1 : 2;
  });
}

/** Types for schools of which only the sizes are known: in the same proportions, the larger ones higher. */
export function typesBySize(students: readonly number[], key: number): Uint8Array {
  const made = makeTypes(students.length, typeDraw(key));
  const types = new Uint8Array(students.length);
  ranksOf(Float64Array.from(students)).forEach((rank, i) => (types[i] = made[rank] ?? 0));
  return types;
}

function typeSize(type: number): number {
  if (type === 0) return 1;
  return figure(type === 1 ? 'middleSchoolSize' : 'highSchoolSize');
}

function schoolShares(mean: number, students: Float64Array, key: number): Float64Array {
  if (mean <= 0 || mean >= 1 || students.length === 1) return new Float64Array(students.length).fill(mean);
  const sd = figure('schoolLowIncomeLogitSd');
  const logOdds = Float64Array.from(
    students,
    (_, i) => logit(mean) + sd * normalQuantile(povertyDraw(key, i)),
  );
  return shiftLogOdds(logOdds, students, mean);
}
