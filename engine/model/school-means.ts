import type { Model } from './rule.js';

/** Means over schools, of reported (clamped) values. */
export interface SchoolMeans {
  /** Partnership quality, 1..4, weighted by educators. */
  readonly quality: number;
  /** Share of possible ties that exist, weighted by educators. */
  readonly density: number;
  /** API-equivalent score, 200..1000, weighted by students. */
  readonly api: number;
}

/** Fixed-point steps of one unit: sums of integers are exact, hence the same in any order. */
const steps = 65536;

export function schoolMeans({ world, state }: Model): SchoolMeans {
  const { educators, students, possibleTies } = world;
  const { district } = world.population.schools;
  const { deviation, ties, fixed, moving } = state.schools;
  let quality = 0;
  let density = 0;
  let api = 0;
  let allEducators = 0;
  let allStudents = 0;
  for (let i = 0; i < district.length; i++) {
    const n = educators[i]!;
    const pupils = students[i]!;
    const possible = possibleTies[i]!;
    quality += n * ((steps * clamp(state.quality[district[i]!]! + deviation[i]!, 1, 4)) | 0);
    density += possible > 0 ? n * (((steps * ties[i]!) / possible) | 0) : 0;
    api += pupils * ((steps * clamp(fixed[i]! + moving[i]!, 200, 1000)) | 0);
    allEducators += n;
    allStudents += pupils;
  }
  return {
    quality: allEducators > 0 ? quality / allEducators / steps : NaN,
    density: allEducators > 0 ? density / allEducators / steps : NaN,
    api: allStudents > 0 ? api / allStudents / steps : NaN,
  };
}

/** What is reported of a value on a bounded scale; the state itself is never clamped. */
export function clamp(value: number, low: number, high: number): number {
  return value < low ? low : value > high ? high : value;
}
