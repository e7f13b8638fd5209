import type { Population } from '../../engine/population/index.js';

/** What the page needs to know of the districts themselves. */
export interface Roster {
  readonly title: string;
  readonly synthetic: boolean;
  readonly names: readonly string[];
  readonly students: Float64Array;
  readonly educators: Float64Array;
  /** Share of students from low-income households. */
  readonly lowIncome: Float64Array;
  readonly schools: Uint32Array;
  readonly groups: readonly Group[];
}

/** Districts that are shown together: a region, or a state where there are several. */
export interface Group {
  readonly name: string;
  /** Indices of its districts, the one with most students first. */
  readonly districts: Uint32Array;
}

export function rosterOf({ title, synthetic, states, regions, districts }: Population): Roster {
  const byState = states.length > 1;
  const [names, group] = byState ? [states, districts.state] : [regions, districts.region];
  const members = names.map((): number[] => []);
  for (let d = 0; d < districts.count; d++) members[group[d]!]!.push(d);
  const bySize = (a: number, b: number): number => districts.students[b]! - districts.students[a]! || a - b;
  return {
    title,
    synthetic,
    names: districts.name,
    students: districts.students,
    educators: districts.educators,
    lowIncome: districts.lowIncome,
    schools: Uint32Array.from(
      districts.name,
      (_, d) => districts.firstSchool[d + 1]! - districts.firstSchool[d]!,
    ),
    groups: names
      .map((name, index) => ({ name, districts: Uint32Array.from(members[index]!.sort(bySize)) }))
      .filter((one) => one.districts.length > 0)
      .sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true })),
  };
}
