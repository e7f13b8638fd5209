import { povertyQuarters } from './poverty-quarters.js';
import type { Model } from '../rule.js';
import type { SchoolState } from '../state.js';
import type { World } from '../world.js';

/** Means of scores over schools, API-equivalent points in 200..1000, weighted by students. */
export interface ApiMeans {
  readonly api: number;
  /** By quarter of schools, those with the fewest low-income students first. */
  readonly apiByPoverty: readonly number[];
}

/** Means over schools, of reported (clamped) values. */
export interface SchoolMeans extends ApiMeans {
  /** Partnership quality, 1..4, weighted by educators. */
  readonly quality: number;
  /** Share of possible ties that exist, weighted by educators. */
  readonly density: number;
}

/** Fixed-point steps of one unit: sums of integers are exact, hence the same in any order. */
const steps = 65536;

export function schoolMeans({ world, state }: Model): SchoolMeans {
  const { educators, possibleTies } = world;
  const { district } = world.population.schools;
  const { deviation, ties } = state.schools;
  let quality = 0;
  let density = 0;
  let all = 0;
  for (let i = 0; i < district.length; i++) {
    const n = educators[i]!;
    const possible = possibleTies[i]!;
    quality += n * ((steps * clamp(state.quality[district[i]!]! + deviation[i]!, 1, 4)) | 0);
    density += possible > 0 ? n * (((steps * ties[i]!) / possible) | 0) : 0;
    all += n;
  }
  return {
    quality: all > 0 ? quality / all / steps : NaN,
    density: all > 0 ? density / all / steps : NaN,
    ...apiMeans(world, state.schools),
  };
}

function apiMeans({ students, quarters }: World, { fixed, moving }: SchoolState): ApiMeans {
  const { order, from, to } = quarters;
  const apiByPoverty: number[] = [];
  let points = 0;
  let pupils = 0;
  for (let q = 0; q < povertyQuarters; q++) {
    let own = 0;
    let ownPupils = 0;
    for (let at = from[q]!; at < to[q]!; at++) {
      const i = order[at]!;
      const n = students[i]!;
      const score = n * ((steps * clamp(fixed[i]! + moving[i]!, 200, 1000)) | 0);
      own += score;
      ownPupils += n;
      // A school on a cut is in two quarters, and once in the mean of all.
      if (q > 0 && at < to[q - 1]!) continue;
      points += score;
      pupils += n;
    }
    apiByPoverty.push(ownPupils > 0 ? own / ownPupils / steps : NaN);
  }
  return { api: pupils > 0 ? points / pupils / steps : NaN, apiByPoverty };
}

/** What is reported of a value on a bounded scale; the state itself is never clamped. */
export function clamp(value: number, low: number, high: number): number {
  return value < low ? low : value > high ? high : value;
}
