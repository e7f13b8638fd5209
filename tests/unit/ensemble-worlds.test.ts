import { expect, test } from 'vitest';
import { arrangeWorlds } from '../../engine/ensemble/index.js';
import { loadScenario } from '../../engine/scenario/index.js';

test('scenarios share the world none, and no-partnership is its own', () => {
  const names = ['no-partnership', 'mep', 'six-levers'];
  const { run, own, none } = arrangeWorlds(names.map(loadScenario));
  expect(run).toHaveLength(3);
  expect(new Set(none).size).toBe(1);
  expect(own[0]).toBe(none[0]);
});

test('an assumption has a world none of its own', () => {
  const mep = loadScenario('mep');
  const { none } = arrangeWorlds([mep, { ...mep, name: 'b', assumptions: { apiPersistence: 0.3 } }]);
  expect(new Set(none).size).toBe(2);
});

test('the world none knows no shock', () => {
  const shock = loadScenario('wisconsin-shock');
  const { run, none, own } = arrangeWorlds([shock]);
  expect(run[none[0]!]!.context.hostileLaw.severity).toBe(0);
  expect(own[0]).not.toBe(none[0]);
});
