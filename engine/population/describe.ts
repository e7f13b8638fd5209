import { ln } from '../random/index.js';
import { schoolTypes, type Population, type SchoolType } from './population.js';

/** Distribution of one figure over districts. */
export interface Spread {
  readonly min: number;
  readonly q25: number;
  readonly median: number;
  readonly q75: number;
  readonly max: number;
  readonly mean: number;
}

/** A population in figures, for a table or a document. */
export interface PopulationDescription {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly synthetic: boolean;
  readonly states: number;
  readonly regions: number;
  readonly districts: number;
  readonly schools: number;
  readonly students: number;
  readonly educators: number;
  readonly studentsPerEducator: number;
  /** Student-weighted share, 0..1. */
  readonly lowIncome: number;
  /** Over districts. */
  readonly spread: {
    readonly students: Spread;
    readonly lowIncome: Spread;
    readonly schools: Spread;
  };
  /** Pearson correlation over districts of log enrolment and low-income share; NaN with fewer than two. */
  readonly sizeLowIncomeCorrelation: number;
  readonly schoolTypes: Readonly<Record<SchoolType, number>>;
  /** Pairs that could be tied: educators inside a school, and districts inside a state. */
  readonly possibleTies: { readonly educators: number; readonly districts: number };
  readonly schoolsWithScore: number;
  readonly contractsKnown: number;
}

/** Counts, totals, spreads and possible ties of a population. */
export function describePopulation(population: Population): PopulationDescription {
  const { districts, schools } = population;
  const students = sum(districts.students);
  const educators = sum(districts.educators);
  const schoolCounts = Float64Array.from(
    { length: districts.count },
    (_, i) => districts.firstSchool[i + 1]! - districts.firstSchool[i]!,
  );
  const { id, title, source, synthetic } = population;
  return {
    id,
    title,
    source,
    synthetic,
    states: population.states.length,
    regions: population.regions.length,
    districts: districts.count,
    schools: schools.count,
    students,
    educators,
    studentsPerEducator: students / educators,
    lowIncome: sum(districts.lowIncome.map((share, i) => share * districts.students[i]!)) / students,
    spread: {
      students: spread(districts.students),
      lowIncome: spread(districts.lowIncome),
      schools: spread(schoolCounts),
    },
    sizeLowIncomeCorrelation: correlation(districts.students.map(ln), districts.lowIncome),
    schoolTypes: countTypes(schools.type),
    possibleTies: { educators: sum(schools.educators.map(pairs)), districts: pairsInStates(population) },
    schoolsWithScore: schools.api.filter((score) => !Number.isNaN(score)).length,
    contractsKnown: districts.contractMonths.filter((months) => months >= 0).length,
  };
}

function spread(values: Float64Array): Spread {
  const sorted = values.slice().sort();
  return {
    min: quantile(sorted, 0),
    q25: quantile(sorted, 0.25),
    median: quantile(sorted, 0.5),
    q75: quantile(sorted, 0.75),
    max: quantile(sorted, 1),
    mean: sum(values) / values.length,
  };
}

/** Linear between order statistics (type 7). */
function quantile(sorted: Float64Array, p: number): number {
  const place = (sorted.length - 1) * p;
  const low = sorted[Math.floor(place)] ?? NaN;
  return low + (place - Math.floor(place)) * ((sorted[Math.ceil(place)] ?? NaN) - low);
}

function correlation(a: Float64Array, b: Float64Array): number {
  const meanA = sum(a) / a.length;
  const meanB = sum(b) / b.length;
  let ab = 0;
  let aa = 0;
  let bb = 0;
  for (let i = 0; i < a.length; i++) {
    const x = a[i]! - meanA;
    const y = b[i]! - meanB;
    ab += x * y;
    aa += x * x;
    bb += y * y;
  }
  return ab / Math.sqrt(aa * bb);
}

function countTypes(types: Uint8Array): Record<SchoolType, number> {
  const counts = { elementary: 0, middle: 0, high: 0 };
  for (const type of types) counts[schoolTypes[type] ?? 'elementary']++;
  return counts;
}

function pairsInStates({ states, districts }: Population): number {
  const counts = new Float64Array(states.length);
  for (const state of districts.state) counts[state]!++;
  return sum(counts.map(pairs));
}

function pairs(n: number): number {
  return (n * (n - 1)) / 2;
}

function sum(values: Float64Array): number {
  return values.reduce((all, value) => all + value, 0);
}
