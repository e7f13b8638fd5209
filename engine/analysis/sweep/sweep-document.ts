import { deepFreeze } from '../../input/index.js';
import type { Place } from '../../input/index.js';

export const sweepMethods = deepFreeze(['factorial', 'latin-hypercube', 'sobol', 'one-at-a-time'] as const);
export type SweepMethod = (typeof sweepMethods)[number];

/** Values to take, a range, or nothing for the range that is studied. */
export type FactorEntry =
  | (number | string)[]
  | { readonly low: number; readonly high: number; readonly levels?: number | undefined }
  | null;

/** What a design file says; `sweepSchema` tells what each part means. */
export interface SweepDocument {
  readonly $schema?: string | undefined;
  readonly title: string;
  readonly question?: string | undefined;
  readonly scenario: string;
  readonly design: SweepMethod;
  readonly runs?: number | undefined;
  readonly replicates?: number | undefined;
  readonly seed?: string | undefined;
  readonly years?: number | undefined;
  readonly factors: Readonly<Record<string, FactorEntry>>;
}

/** A design file that the schema has passed; its scenario is not read yet. */
export interface SweepDesign extends SweepDocument {
  /** Where its parts stand, for messages. */
  readonly place: Place;
}
