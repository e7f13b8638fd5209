import Papa from 'papaparse';
import { schoolTypes, type Population } from '../population.js';
import { parseMonth } from './cells.js';

export interface ExportOptions {
  /** One row a district (schools as a number) or one a school. */
  readonly rows: 'districts' | 'schools';
  /** Month from which the contracts count, `YYYY-MM`; needed when a contract is known. */
  readonly firstMonth?: string;
}

/**
 * A population as CSV that `parsePopulationCsv` reads back: the same districts, and with a row a school the same schools.
 *
 * @throws RangeError when contracts are known and the first month is not given
 */
export function populationToCsv(population: Population, { rows, firstMonth }: ExportOptions): string {
  const { districts, states, regions } = population;
  const contracts = districts.contractMonths.some((months) => months >= 0);
  const first = parseMonth(firstMonth ?? '');
  if (contracts && first === undefined)
    throw new RangeError(
      `firstMonth = ${firstMonth ?? 'undefined'} must be YYYY-MM: contracts count from it`,
    );
  const learners = districts.englishLearners;
  const columnsOf = (i: number): Record<string, string | number> => ({
    district: districts.name[i] ?? '',
    state: states[districts.state[i] ?? 0] ?? '',
    region: regions[districts.region[i] ?? 0] ?? '',
    ...(learners ? { 'english learners share': known(learners[i]) } : {}),
    ...(contracts ? { 'contract expiry': monthText(districts.contractMonths[i] ?? -1, first ?? 0) } : {}),
  });
  const table =
    rows === 'districts' ? districtTable(population, columnsOf) : schoolTable(population, columnsOf);
  return `${Papa.unparse(table, { newline: '\n' })}\n`;
}

function districtTable(
  { districts }: Population,
  columnsOf: (district: number) => Record<string, string | number>,
): Record<string, string | number>[] {
  return districts.name.map((_, i) => ({
    ...columnsOf(i),
    students: districts.students[i] ?? 0,
    'low-income share': districts.lowIncome[i] ?? 0,
    schools: (districts.firstSchool[i + 1] ?? 0) - (districts.firstSchool[i] ?? 0),
    educators: districts.educators[i] ?? 0,
  }));
}

function schoolTable(
  { schools }: Population,
  columnsOf: (district: number) => Record<string, string | number>,
): Record<string, string | number>[] {
  return schools.name.map((school, i) => ({
    ...columnsOf(schools.district[i] ?? 0),
    school,
    type: schoolTypes[schools.type[i] ?? 0] ?? '',
    students: schools.students[i] ?? 0,
    'low-income share': schools.lowIncome[i] ?? 0,
    educators: schools.educators[i] ?? 0,
    api: known(schools.api[i]),
  }));
}

function known(value = NaN): number | string {
  return Number.isNaN(value) ? '' : value;
}

function monthText(months: number, first: number): string {
  if (months < 0) return '';
  const month = first + months;
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`;
}
