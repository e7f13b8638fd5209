import Papa from 'papaparse';
import { apportion } from './apportion.js';
import { SCHOOL_EDUCATORS, type DistrictDraft, type SchoolDraft } from './draft.js';
import { figure } from './figure.js';
import { schoolTypes, type SchoolType } from './population.js';

/** One school of scenarios/populations/california-2000.csv. */
interface Row {
  readonly county: string;
  readonly district: string;
  readonly school: string;
  readonly type: number;
  /** NaN where the file has none. */
  readonly students: number;
  readonly meals: number;
  readonly englishLearners: number;
  readonly apiBefore: number;
  readonly api: number;
}

/** All districts of the California file, educators by the ratio of ABC Unified. */
export function californiaDistricts(csv: string): DistrictDraft[] {
  const ratio = figure('californiaStudentsPerEducator');
  return byDistrict(imputeStudents(readRows(csv))).map((rows) =>
    district(
      rows,
      Float64Array.from(rows, (row) => row.students),
      Float64Array.from(rows, (row) => Math.max(SCHOOL_EDUCATORS, Math.round(row.students / ratio))),
    ),
  );
}

/** API 1999 of the schools of `californiaDistricts`, in their order. */
export function californiaScoresBefore(csv: string): Float64Array {
  return Float64Array.from(byDistrict(readRows(csv)).flat(), ({ apiBefore }) => apiBefore);
}

/** The district of the partnership study, with the students and educators that its paper reports. */
export function abcUnified(csv: string): DistrictDraft[] {
  const rows = readRows(csv).filter((row) => row.district === 'ABC Unified');
  const students = apportion(
    figure('abcStudents'),
    rows.map((row) => row.students),
    1,
  );
  return [district(rows, students, apportion(figure('abcEducators'), students, SCHOOL_EDUCATORS))];
}

function readRows(csv: string): Row[] {
  const { data } = Papa.parse<string[]>(csv, { delimiter: ',', newline: '\n', skipEmptyLines: true });
  return data.slice(1).map(([county = '', name = '', school = '', type = '', ...numbers]) => {
    const [students = NaN, meals = NaN, learners = NaN, apiBefore = NaN, api = NaN] = numbers.map((cell) =>
      cell === '' ? NaN : Number(cell),
    );
    return {
      county,
      district: name,
      school,
      type: schoolTypes.indexOf(type as SchoolType),
      students,
      meals: meals / 100,
      englishLearners: learners / 100,
      apiBefore,
      api,
    };
  });
}

/** Missing enrolments become the median of the same type in the same district, else of the type in the state. */
export function imputeStudents(rows: readonly Row[]): Row[] {
  const known = rows.filter((row) => !Number.isNaN(row.students));
  return rows.map((row) => {
    if (!Number.isNaN(row.students)) return row;
    const alike = known.filter((other) => other.type === row.type);
    const near = alike.filter((other) => other.district === row.district);
    return {
      ...row,
      students: Math.round(median((near.length > 0 ? near : alike).map((it) => it.students))),
    };
  });
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? NaN) + (sorted[Math.ceil(middle)] ?? NaN)) / 2;
}

function byDistrict(rows: readonly Row[]): Row[][] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.district);
    if (group) group.push(row);
    else groups.set(row.district, [row]);
  }
  return [...groups.values()];
}

function district(rows: readonly Row[], students: Float64Array, educators: Float64Array): DistrictDraft {
  const total = sum(students);
  const mean = (value: (row: Row) => number): number =>
    rows.reduce((all, row, i) => all + value(row) * (students[i] ?? 0), 0) / total;
  const schools = rows.map((row, i): SchoolDraft => ({
    name: schoolName(row, rows),
    type: row.type,
    students: students[i] ?? 0,
    educators: educators[i] ?? 0,
    lowIncome: row.meals,
    api: row.api,
  }));
  return {
    name: rows[0]?.district ?? '',
    state: 'California',
    region: mostFrequent(rows.map((row) => row.county)),
    students: total,
    educators: sum(educators),
    lowIncome: mean((row) => row.meals),
    contractMonths: -1,
    englishLearners: mean((row) => row.englishLearners),
    schools,
  };
}

/** Districts of one name in two counties can have schools of one name: the county tells them apart. */
function schoolName({ school, county }: Row, rows: readonly Row[]): string {
  const namesakes = rows.filter((other) => other.school === school).length;
  return namesakes > 1 ? `${school} (${county})` : school;
}

function mostFrequent(values: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [first = ''] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
  return first;
}

function sum(values: Float64Array): number {
  return values.reduce((all, value) => all + value, 0);
}
