import type { Policy } from '../model/policy.js';

export type { Context, LeverSetting } from '../model/policy.js';

/** A scenario as it runs: complete, validated, nothing left to default. */
export interface Scenario extends Policy {
  /** File base name, or a name the user gave. */
  readonly name: string;
  readonly title: string;
  readonly question: string;
  readonly source: string;
  readonly population: string;
  /** First month of the run, "YYYY-MM". */
  readonly firstMonth: string;
  /** Parameters held at one value in every replicate, by parameter id. */
  readonly assumptions: Readonly<Record<string, number>>;
  /** What the sources report of the case, to hold the replay against. */
  readonly reported: readonly ReportedOutcome[];
}

/** A figure of a source about the case, and the outcome and month it is held against. */
export interface ReportedOutcome {
  readonly month: number;
  readonly outcome: string;
  readonly value: number;
  /** Whether the value is a bound from below, from above, or should lie in the band. */
  readonly compare: 'interval' | 'at-least' | 'at-most';
  readonly where: string;
}
