import type { Observation } from './observation.js';

/** What a run reports: one file in outcomes/ and one line in its index. */
export interface Outcome {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  /** What it counts, in a sentence for a reader. */
  readonly what: string;
  /** What one unit of the average stands for. */
  readonly weighting: 'districts' | 'students' | 'educators' | 'contracts' | 'dollars' | 'pairs' | 'states';
  readonly better: 'higher' | 'lower' | 'none';
  /** Value after the month that has just been stepped (or at month 0). */
  read(now: Observation): number;
}
