import { ln } from '../random/index.js';
import type { Population } from '../population/population.js';
import { candidateTies, type CandidateTies } from './candidate-ties.js';
import { cutPovertyQuarters, type PovertyQuarters } from './schools/poverty-quarters.js';

/** What a run never changes: the population, indexed for the rules. Built once a kernel. */
export interface World {
  readonly population: Population;
  readonly districts: number;
  readonly schools: number;
  readonly states: number;
  /** Districts of state s: stateDistricts[stateStart[s] .. stateStart[s + 1] - 1]. */
  readonly stateStart: Uint32Array;
  readonly stateDistricts: Uint32Array;
  /** Natural logarithm of a district's students (at least 1). */
  readonly logStudents: Float64Array;
  /** Educators and students of each school as whole numbers, and the ties possible between its educators. */
  readonly educators: Int32Array;
  readonly students: Int32Array;
  readonly possibleTies: Int32Array;
  readonly quarters: PovertyQuarters;
  readonly ties: CandidateTies;
}

export function buildWorld(population: Population): World {
  const { districts, schools, states } = population;
  const stateStart = new Uint32Array(states.length + 1);
  for (const state of districts.state) stateStart[state + 1]! += 1;
  for (let s = 0; s < states.length; s++) stateStart[s + 1]! += stateStart[s]!;
  const next = stateStart.slice();
  const stateDistricts = new Uint32Array(districts.count);
  for (let d = 0; d < districts.count; d++) stateDistricts[next[districts.state[d]!]!++] = d;
  const educators = Int32Array.from(schools.educators, (n) => Math.round(n));
  return {
    population,
    districts: districts.count,
    schools: schools.count,
    states: states.length,
    stateStart,
    stateDistricts,
    logStudents: districts.students.map((students) => ln(Math.max(1, students))),
    educators,
    students: Int32Array.from(schools.students, (n) => Math.round(n)),
    possibleTies: educators.map((n) => (n * (n - 1)) / 2),
    quarters: cutPovertyQuarters(population),
    ties: candidateTies(population),
  };
}
