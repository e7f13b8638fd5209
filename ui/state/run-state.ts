import type { Comparison } from './comparison.js';
import type { Setup } from './setup.js';

/** Numbers on the page, with the setup they belong to. */
export interface Result {
  readonly key: string;
  readonly setup: Setup;
  readonly comparison: Comparison;
}

export type RunStatus = 'idle' | 'running' | 'done' | 'cancelled' | 'failed';

/** What the run scheduler is doing. The last result stays until a newer one arrives. */
export interface RunState {
  readonly status: RunStatus;
  readonly done: number;
  readonly target: number;
  /** Computing time of the current or last run. */
  readonly seconds: number;
  readonly result: Result | undefined;
  /** Why the run failed, as a sentence. */
  readonly failure: string | undefined;
}

export const idle: RunState = {
  status: 'idle',
  done: 0,
  target: 0,
  seconds: 0,
  result: undefined,
  failure: undefined,
};
