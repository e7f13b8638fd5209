import type { LeverId, Timing } from '../model/lever.js';

/** A scenario as it runs: complete, validated, nothing left to default. */
export interface Scenario {
  /** File base name, or a name the user gave. */
  readonly name: string;
  readonly title: string;
  readonly question: string;
  readonly source: string;
  readonly population: string;
  readonly years: number;
  /** First month of the run, "YYYY-MM". */
  readonly firstMonth: string;
  readonly levers: Readonly<Record<LeverId, LeverSetting>>;
  readonly context: Context;
  /** Months by which a state's levers start later than the scenario says, by state name. */
  readonly stateDelays: Readonly<Record<string, number>>;
  /** Parameters held at one value in every replicate, by parameter id. */
  readonly assumptions: Readonly<Record<string, number>>;
}

export interface LeverSetting extends Timing {
  /** Field id to value, in natural units. */
  readonly values: Readonly<Record<string, number>>;
}

/** What happens around the policy, none of it chosen by it. */
export interface Context {
  /** Multiplier on leadership turnover; 1 = the calibrated rate. */
  readonly turnover: number;
  /** Top-down mandate pressure, 0 (none) to 1 (the strongest considered). */
  readonly mandatePressure: number;
  /** A law hostile to bargaining: first month and severity 0..1; severity 0 = none. */
  readonly hostileLaw: { readonly month: number; readonly severity: number };
  /** A budget shock: first month, length and severity 0..1; severity 0 = none. */
  readonly budgetShock: { readonly month: number; readonly months: number; readonly severity: number };
}
