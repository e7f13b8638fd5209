/** A school before it takes its place in the columns of a population. */
export interface SchoolDraft {
  readonly name: string;
  /** Index into `schoolTypes`. */
  readonly type: number;
  readonly students: number;
  /** Whole number, at least two: a tie needs two people. */
  readonly educators: number;
  /** Share, 0..1. */
  readonly lowIncome: number;
  /** 200..1000; NaN where unknown. */
  readonly api: number;
}

/** A district before it takes its place in the columns of a population. */
export interface DistrictDraft {
  readonly name: string;
  readonly state: string;
  readonly region: string;
  readonly students: number;
  readonly educators: number;
  /** Share, 0..1. */
  readonly lowIncome: number;
  /** -1 where unknown. */
  readonly contractMonths: number;
  /** Share, 0..1; NaN where unknown. */
  readonly englishLearners: number;
  /** The schools, or how many to make up. */
  readonly schools: readonly SchoolDraft[] | number;
}

/** Fewest educators of a school. */
export const SCHOOL_EDUCATORS = 2;
