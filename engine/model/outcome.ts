import type { Observation } from './observation.js';
import type { Unit } from './unit.js';

/** What a run reports: an entry of a file in outcomes/. All that shows outcomes derives from these. */
export interface Outcome {
  readonly id: string;
  readonly label: string;
  readonly unit: Unit;
  /** What it counts, in a sentence for a reader. */
  readonly what: string;
  /** What one unit of the average stands for. */
  readonly weighting: 'districts' | 'students' | 'educators' | 'contracts' | 'dollars' | 'pairs' | 'states';
  readonly better: 'higher' | 'lower' | 'none';
  /**
   * How far to the front: `headline` is what an answer speaks of, `main` stands in every table of the page, `detail` in
   * the tables and choosers of all outcomes.
   */
  readonly shown: 'headline' | 'main' | 'detail';
  /** Place in reading order, the lowest first. */
  readonly rank: number;
  /** Words for what a gain is paid for, after "dollars for": one more of it. */
  readonly price?: { readonly more: string };
  /** What its chart says in other words than the label and the unit. */
  readonly chart?: OutcomeChart;
  /** Value after the month that has just been stepped (or at month 0). */
  read(now: Observation): number;
  /**
   * Value of a month that only a pair of worlds has, and that stands in place of what was read.
   *
   * @param own other outcomes of that month by id, as read; `none` those of the world without partnership
   * @param parameter of this replicate, by id
   */
  readonly paired?: (own: Values, none: Values, parameter: Values) => number;
}

/** Values by id. */
export type Values = (id: string) => number;

export interface OutcomeChart {
  readonly id?: string;
  readonly title?: string;
  /** Of the same kind as the outcome's. */
  readonly unit?: Unit;
  /** Said after the unit. */
  readonly note?: string;
  /** Where the axis starts, if not at zero; that of a unit with ends starts at the data anyway. */
  readonly from?: 'data';
}
