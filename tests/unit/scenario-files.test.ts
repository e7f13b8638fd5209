import { expect, test } from 'vitest';
import { levers } from '../../engine/model/levers/index.js';
import { loadScenario, scenarioNames } from '../../engine/scenario/index.js';

const doses = (name: string): number[] =>
  levers.map(({ id, fields }) => loadScenario(name).levers[id].values[fields[0]!.id]!);

test.each(scenarioNames)('%s says what it asks and where it comes from, and promises nothing', (name) => {
  const { title, question, source } = loadScenario(name);
  for (const text of [title, question, source]) {
    expect(text).not.toBe('');
    expect(text).not.toMatch(/\bwill\b/i);
  }
  expect(question).toMatch(/\?$/);
});

test('the baseline has every lever off, mep is 1x throughout, six-levers 2x', () => {
  expect(doses('no-partnership')).toEqual(levers.map(() => 0));
  expect(doses('mep')).toEqual(levers.map(({ fields }) => fields[0]!.mep));
  expect(doses('six-levers')).toEqual(levers.map(({ fields }) => fields[0]!.double));
  for (const { startMonth, endMonth } of Object.values(loadScenario('mep').levers)) {
    expect([startMonth, endMonth]).toEqual([0, 120]);
  }
});

test('mep-two-years stops every lever after 24 months and is else mep', () => {
  const stopped = loadScenario('mep-two-years');
  for (const { id } of levers) {
    expect(stopped.levers[id]).toEqual({ ...loadScenario('mep').levers[id], endMonth: 24 });
  }
});

test('each lever stands alone at 2x in a scenario of its own', () => {
  for (const { id, fields } of levers) {
    const name = `only-${id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    const expected = levers.map((lever) => (lever.id === id ? fields[0]!.double : 0));
    expect(doses(name)).toEqual(expected);
  }
});

test('the other worlds run on the population they name', () => {
  const populations = ['abc-unified', 'california', 'nation'].map((name) => loadScenario(name).population);
  expect(populations).toEqual(['abc-unified', 'california-2000', 'nation']);
  expect(loadScenario('wisconsin-shock').context.hostileLaw.severity).toBe(1);
});
