import type { Timing } from '../../engine/model/lever.js';
import type { LeverId } from '../../engine/model/levers/index.js';
import type { ContextField } from '../../engine/scenario/context-fields.js';
import type { Scenario } from '../../engine/scenario/scenario.js';
import type { Setup } from './setup.js';
import type { View } from './state.js';

/** Everything that can be done to the state, as data. */
export type Action =
  | {
      readonly type: 'setLever';
      readonly lever: LeverId;
      readonly field: string;
      readonly value: number;
      /** Moves of one drag carry the same key and make one step of undo. */
      readonly gesture?: string;
    }
  | { readonly type: 'endGesture' }
  | { readonly type: 'setTiming'; readonly levers: readonly LeverId[]; readonly timing: Partial<Timing> }
  | { readonly type: 'setContext'; readonly path: ContextField['path']; readonly value: number }
  | { readonly type: 'setAssumption'; readonly id: string; readonly value: number | undefined }
  /** @param firstMonth of the run, where the districts come with one: their contracts count from it */
  | { readonly type: 'setPopulation'; readonly population: string; readonly firstMonth?: string }
  | { readonly type: 'setYears'; readonly years: number }
  | { readonly type: 'setSeed'; readonly seed: string }
  | { readonly type: 'setBaseline'; readonly baseline: Scenario }
  | { readonly type: 'openScenario'; readonly scenario: Scenario }
  /** A whole setup, as a link brings it. */
  | { readonly type: 'openSetup'; readonly setup: Setup }
  /** @param scenario the present one under the name and title it was kept by */
  | { readonly type: 'save'; readonly scenario?: Scenario }
  | { readonly type: 'undo' }
  | { readonly type: 'redo' }
  | { readonly type: 'resetToBaseline' }
  | { readonly type: 'resetToSaved' }
  | { readonly type: 'startReplay' }
  | { readonly type: 'endReplay' }
  | { readonly type: 'setView'; readonly view: Partial<View> };
