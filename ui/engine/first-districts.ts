import type { Population } from '../../engine/population/index.js';

/** A district as a table shows it. */
export interface DistrictLine {
  readonly name: string;
  /** State and region, where they are known. */
  readonly place: string;
  readonly students: number;
  /** Share of students. */
  readonly lowIncome: number;
  readonly schools: number;
  readonly educators: number;
  /** Months until the contract expires; -1 where unknown. */
  readonly contractMonths: number;
}

/** The first districts of a population, to see whether a file was read as it was meant. */
export function firstDistricts({ districts, states, regions }: Population, count: number): DistrictLine[] {
  return Array.from({ length: Math.min(count, districts.count) }, (_, i) => ({
    name: districts.name[i]!,
    place: [states[districts.state[i]!], regions[districts.region[i]!]]
      .filter((place) => place !== undefined && place !== '')
      .join(', '),
    students: districts.students[i]!,
    lowIncome: districts.lowIncome[i]!,
    schools: districts.firstSchool[i + 1]! - districts.firstSchool[i]!,
    educators: districts.educators[i]!,
    contractMonths: districts.contractMonths[i]!,
  }));
}
