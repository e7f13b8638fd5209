import { deepFreeze } from '../input/index.js';

/**
 * The districts and schools that a scenario runs on: real, synthetic or the user's own. Column-wise
 * (struct of arrays), one entry a district or school, and structured-cloneable so that it can be sent
 * to a worker as it is.
 */
export interface Population {
  readonly id: string;
  readonly title: string;
  /** Where the figures come from, in words for a reader. */
  readonly source: string;
  readonly synthetic: boolean;
  /** Which year-to-year noise of school scores fits these schools (model 7.6). */
  readonly apiNoise: 'california' | 'study';
  readonly states: readonly string[];
  readonly regions: readonly string[];
  readonly districts: Districts;
  readonly schools: Schools;
}

export interface Districts {
  readonly count: number;
  readonly name: readonly string[];
  /** Address of the district in every draw; stable when other districts come or go. */
  readonly key: Uint32Array;
  /** Index into `states`: each state has one partnership institution. */
  readonly state: Uint16Array;
  /** Index into `regions`. */
  readonly region: Uint16Array;
  readonly students: Float64Array;
  readonly educators: Float64Array;
  /** Share of students from low-income households, 0..1. */
  readonly lowIncome: Float64Array;
  /** Share of students who learn English, 0..1, NaN where unknown; absent where no district gives it. No rule reads it. */
  readonly englishLearners?: Float64Array;
  /** Months until the present contract expires; -1 where unknown (the model then draws it). */
  readonly contractMonths: Int16Array;
  /** 0 where a district can have no tie to another; all may where absent. */
  readonly networked?: Uint8Array;
  /** Schools of district i are firstSchool[i] .. firstSchool[i + 1] - 1; length count + 1. */
  readonly firstSchool: Uint32Array;
}

export interface Schools {
  readonly count: number;
  readonly name: readonly string[];
  readonly key: Uint32Array;
  /** Index of the district. */
  readonly district: Uint32Array;
  readonly type: Uint8Array;
  readonly students: Float64Array;
  readonly educators: Float64Array;
  readonly lowIncome: Float64Array;
  /** Last known score (200..1000); NaN where none is known. */
  readonly api: Float64Array;
}

/** Codes of `Schools.type`. */
export const schoolTypes = deepFreeze(['elementary', 'middle', 'high'] as const);
export type SchoolType = (typeof schoolTypes)[number];
