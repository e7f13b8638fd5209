import type { Unit } from './unit.js';

/**
 * A policy lever is one file in this folder and one line in its index. The scenario schema, the
 * command-line path, the control in the page, the sensitivity range and the reference page derive from it.
 */
export interface LeverField {
  readonly id: string;
  readonly label: string;
  /** Natural unit, e.g. "conferences a year". */
  readonly unit: Unit;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** 1x: what the state partnership did in its first two years. */
  readonly mep: number;
  /** 2x: what `six-levers` sets. */
  readonly double: number;
  /** Range the sources or the priors speak about; outside it the surfaces warn. */
  readonly studied: readonly [number, number];
  /** Only whole numbers make sense. */
  readonly integer?: boolean;
  /** Names of the choices when the field is one of a list; the value is then an index. */
  readonly choices?: readonly string[];
}

/** What a lever's file says. */
export interface LeverDeclaration {
  readonly id: string;
  readonly label: string;
  /** The recommendation of the paper, in our words. */
  readonly what: string;
  /** Best evidence behind the size of its effect: reported (A), derived (B), assumed (C). */
  readonly grade: 'reported' | 'derived' | 'assumed';
  /** A programme that a state runs itself: with the first of them its partnership begins, and districts hear of it. */
  readonly beginsPartnership?: true;
  /** Ids of the parameters its effect rests on. */
  readonly parameters: readonly string[];
  /** Ids of the unit costs that its bill is made of; where there is none, its own settings are the dollars. */
  readonly costs: readonly string[];
  /** The first field is the dose: zero means that the lever is off. */
  readonly fields: readonly LeverField[];
}

/** Every lever also has a start, an end and a ramp, in months from the first month. */
export interface Timing {
  readonly startMonth: number;
  /** First month without the lever; the horizon's end where it never stops. */
  readonly endMonth: number;
  readonly rampMonths: number;
}
