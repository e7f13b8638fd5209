import { deepFreeze } from '../input/index.js';
import type { Timing } from './lever.js';
import type { LeverId } from './levers/index.js';

/** What a run is told to do: all of a scenario that the model reads. */
export interface Policy {
  readonly years: number;
  readonly levers: Readonly<Record<LeverId, LeverSetting>>;
  readonly context: Context;
  /** Months by which a state's levers start later than the scenario says, by state name. */
  readonly stateDelays: Readonly<Record<string, number>>;
  /** What history did to districts by name, for case replays. */
  readonly events: readonly RecordedEvent[];
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

export const recordedEventKinds = deepFreeze([
  'strike',
  'contacts',
  'newLeaders',
  'training',
  'schoolProject',
  'partnership',
] as const);
export type RecordedEventKind = (typeof recordedEventKinds)[number];

/** A recorded event. What follows from it is the model's, not the record's. */
export interface RecordedEvent {
  /** Months from the start of the run; the event is part of the month after. */
  readonly month: number;
  /** Name of the district. */
  readonly district: string;
  readonly kind: RecordedEventKind;
  /** Number of schools of a school project, the poorest first; 0 for other kinds. */
  readonly schools: number;
  /** What happened, in words. */
  readonly what: string;
}
