import type { Setup } from './setup.js';

/** What the page shows, beside the numbers: never part of undo. */
export interface View {
  /** The time cursor that all charts share; month 0 is the state before the first month. */
  readonly month: number;
  readonly playing: boolean;
  /** The two charts of Explore, by chart id. */
  readonly charts: readonly [string, string];
  readonly modes: readonly [ChartMode, ChartMode];
  /** The simulated future that Districts follows, from 0. */
  readonly replicate: number;
}

/** Both worlds side by side, or the paired difference between them. */
export type ChartMode = 'values' | 'difference';

export interface State {
  readonly past: readonly Setup[];
  readonly present: Setup;
  readonly future: readonly Setup[];
  /** What "reset to saved" returns to: the scenario as it was opened or last saved. */
  readonly saved: Setup;
  /** Key of the control being dragged: its moves make one step of undo. */
  readonly gesture: string | undefined;
  /** While the last change is replayed the page shows the setup before it. */
  readonly replaying: boolean;
  readonly view: View;
}

export function openState(setup: Setup): State {
  return {
    past: [],
    present: setup,
    future: [],
    saved: setup,
    gesture: undefined,
    replaying: false,
    view: {
      month: 12 * setup.scenario.years,
      playing: false,
      charts: ['states', 'api-gain'],
      modes: ['values', 'difference'],
      replicate: 0,
    },
  };
}

/** The setup to draw now. */
export function shownSetup(state: State): Setup {
  return (state.replaying ? state.past.at(-1) : undefined) ?? state.present;
}
