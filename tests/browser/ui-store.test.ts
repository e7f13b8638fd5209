import { describe, expect, test } from 'vitest';
import { loadScenario } from '../../engine/scenario/index.js';
import type { Action } from '../../ui/state/action.js';
import { reduce } from '../../ui/state/reduce.js';
import { openState, shownSetup, type State } from '../../ui/state/state.js';
import { openingSetup } from './ui-comparison.js';

const opening = (): State => openState(openingSetup());
const act = (state: State, ...actions: readonly Action[]): State => actions.reduce(reduce, state);
const grants = (value: number, gesture?: string): Action => ({
  type: 'setLever',
  lever: 'pilotGrants',
  field: 'perYear',
  value,
  ...(gesture === undefined ? {} : { gesture }),
});

const edits: readonly Action[] = [
  grants(9),
  { type: 'setTiming', levers: ['research', 'conferences'], timing: { startMonth: 24, rampMonths: 12 } },
  { type: 'setContext', path: ['hostileLaw', 'severity'], value: 0.5 },
  { type: 'setContext', path: ['turnover'], value: 2 },
  { type: 'setAssumption', id: 'apiPersistence', value: 0.4 },
  { type: 'setPopulation', population: 'california-2000' },
  { type: 'setYears', years: 15 },
  { type: 'setSeed', seed: 'another' },
  { type: 'setBaseline', baseline: loadScenario('six-levers') },
  { type: 'resetToBaseline' },
];

describe('undo and redo', () => {
  test('undoing every edit leads back to the setup the page opened with', () => {
    const edited = act(opening(), ...edits);
    expect(edited.past).toHaveLength(edits.length);
    expect(act(edited, ...edits.map((): Action => ({ type: 'undo' }))).present).toEqual(openingSetup());
  });

  test('redoing what was undone leads back to the edited setup', () => {
    const edited = act(opening(), ...edits);
    const undone = act(edited, { type: 'undo' }, { type: 'undo' }, { type: 'undo' });
    expect(act(undone, { type: 'redo' }, { type: 'redo' }, { type: 'redo' }).present).toEqual(edited.present);
  });

  test('all moves of one drag are one step', () => {
    const dragged = act(opening(), ...[4, 5, 6, 7].map((value) => grants(value, 'drag')), {
      type: 'endGesture',
    });
    expect(act(dragged, { type: 'undo' }).present).toEqual(openingSetup());
    const again = act(dragged, grants(8, 'drag'));
    expect(act(again, { type: 'undo' }).present).toEqual(dragged.present);
  });

  test('an edit after an undo forgets what was undone', () => {
    const state = act(opening(), grants(9), { type: 'undo' }, grants(8));
    expect(state.future).toEqual([]);
  });

  test('an edit that changes nothing is no step', () => {
    expect(act(opening(), grants(3.5)).past).toEqual([]);
  });

  test('with nothing to undo or redo the state stays as it is', () => {
    const state = opening();
    expect(act(state, { type: 'undo' }, { type: 'redo' }, { type: 'startReplay' })).toBe(state);
  });
});

describe('the two worlds', () => {
  test('share population, years, months, context and assumptions after every edit', () => {
    edits.reduce((state, action) => {
      const next = reduce(state, action);
      const { scenario, baseline } = next.present;
      for (const key of ['population', 'years', 'firstMonth', 'context', 'assumptions'] as const) {
        expect(baseline[key]).toEqual(scenario[key]);
      }
      return next;
    }, opening());
  });

  test('have the same levers after a reset to the baseline', () => {
    const { scenario, baseline } = act(opening(), grants(9), { type: 'resetToBaseline' }).present;
    expect(scenario.levers).toEqual(baseline.levers);
  });

  test('a lever that runs to the horizon runs to the new one; one that stops earlier stays', () => {
    const stopped: Action = { type: 'setTiming', levers: ['research'], timing: { endMonth: 36 } };
    const { levers } = act(opening(), stopped, { type: 'setYears', years: 20 }).present.scenario;
    expect(levers.conferences.endMonth).toBe(240);
    expect(levers.research.endMonth).toBe(36);
  });

  test('other districts take nothing along that was said of districts or states by name', () => {
    const replay = act(opening(), { type: 'openScenario', scenario: loadScenario('abc-replay') });
    const moved = act(replay, { type: 'setPopulation', population: 'massachusetts' }).present.scenario;
    expect(moved.events).toEqual([]);
    expect(moved.stateDelays).toEqual({});
  });
});

describe('saved', () => {
  test('a reset returns to the scenario as it was opened, then as it was last kept', () => {
    const state = act(opening(), grants(9), { type: 'resetToSaved' });
    expect(state.present).toEqual(openingSetup());
    const kept = act(state, grants(12), { type: 'save' }, grants(2), { type: 'resetToSaved' });
    expect(kept.present.scenario.levers.pilotGrants.values['perYear']).toBe(12);
  });
});

describe('replay', () => {
  test('shows the setup before the last change, then the present one', () => {
    const edited = act(opening(), grants(9));
    const replaying = act(edited, { type: 'startReplay' });
    expect(shownSetup(replaying)).toEqual(openingSetup());
    expect(shownSetup(act(replaying, { type: 'endReplay' }))).toEqual(edited.present);
  });
});

describe('the time cursor', () => {
  test('stays within the run', () => {
    expect(act(opening(), { type: 'setView', view: { month: 500 } }).view.month).toBe(120);
    expect(act(opening(), { type: 'setView', view: { month: -3 } }).view.month).toBe(0);
  });

  test('at the horizon follows the horizon', () => {
    expect(act(opening(), { type: 'setYears', years: 5 }).view.month).toBe(60);
    expect(act(opening(), { type: 'setYears', years: 20 }).view.month).toBe(240);
  });
});
