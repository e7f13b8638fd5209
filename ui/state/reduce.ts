import type { Action } from './action.js';
import {
  alignBaseline,
  setupOf,
  withAssumption,
  withBaselineLevers,
  withContext,
  withLeverValue,
  withPopulation,
  withTiming,
  withYears,
  type Setup,
} from './setup.js';
import type { State, View } from './state.js';

/** Steps that undo remembers. */
const REMEMBERED = 200;

/** The state after an action: pure, and the only place where the state changes. */
export function reduce(state: State, action: Action): State {
  const { present } = state;
  switch (action.type) {
    case 'setLever':
      return step(state, withLeverValue(present, action.lever, action.field, action.value), action.gesture);
    case 'setTiming':
      return step(state, withTiming(present, action.levers, action.timing));
    case 'setContext':
      return step(state, withContext(present, action.path, action.value));
    case 'setAssumption':
      return step(state, withAssumption(present, action.id, action.value));
    case 'setPopulation':
      return step(state, withPopulation(present, action.population, action.firstMonth));
    case 'setYears':
      return step(state, withYears(present, action.years));
    case 'setSeed':
      return step(state, { ...present, seed: action.seed });
    case 'setBaseline':
      return step(state, { ...present, baseline: alignBaseline(action.baseline, present.scenario) });
    case 'openScenario': {
      const opened = setupOf(action.scenario, present.baseline, present.seed);
      return { ...step(state, opened), saved: opened };
    }
    case 'openSetup':
      return { ...step(state, action.setup), saved: action.setup };
    case 'resetToBaseline':
      return step(state, withBaselineLevers(present));
    case 'resetToSaved':
      return step(state, state.saved);
    case 'save': {
      const kept = { ...present, scenario: action.scenario ?? present.scenario };
      return { ...state, present: kept, saved: kept };
    }
    case 'endGesture':
      return state.gesture === undefined ? state : { ...state, gesture: undefined };
    case 'undo':
      return undo(state);
    case 'redo':
      return redo(state);
    case 'startReplay':
      return state.past.length === 0 ? state : { ...state, replaying: true };
    case 'endReplay':
      return state.replaying ? { ...state, replaying: false } : state;
    case 'setView':
      return withView(state, action.view);
  }
}

function step(state: State, next: Setup, gesture?: string): State {
  if (sameSetup(state.present, next)) return state;
  const continued = gesture !== undefined && gesture === state.gesture;
  const past = continued ? state.past : [...state.past, state.present].slice(-REMEMBERED);
  return fitMonth({ ...state, past, present: next, future: [], gesture, replaying: false }, state);
}

function undo(state: State): State {
  const previous = state.past.at(-1);
  if (previous === undefined) return state;
  const future = [state.present, ...state.future];
  const past = state.past.slice(0, -1);
  return fitMonth({ ...state, past, present: previous, future, gesture: undefined, replaying: false }, state);
}

function redo(state: State): State {
  const [next, ...future] = state.future;
  if (next === undefined) return state;
  const past = [...state.past, state.present];
  return fitMonth({ ...state, past, present: next, future, gesture: undefined, replaying: false }, state);
}

/** A cursor that stood at the horizon stays there when the horizon moves. */
function fitMonth(state: State, before: State): State {
  const [from, to] = [before, state].map(({ present }) => 12 * present.scenario.years) as [number, number];
  if (from === to) return state;
  return withView(state, { month: before.view.month === from ? to : before.view.month });
}

function withView(state: State, change: Partial<View>): State {
  const view = { ...state.view, ...change };
  const last = 12 * state.present.scenario.years;
  const month = Math.min(last, Math.max(0, Math.round(view.month)));
  return { ...state, view: { ...view, month } };
}

/** Policies are plain data built in one order, so their text tells them apart. */
export function sameSetup(a: Setup, b: Setup): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
