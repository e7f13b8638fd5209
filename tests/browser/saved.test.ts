import { createStore, del, get, set } from 'idb-keyval';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { InputError } from '../../engine/input/problem.js';
import { loadScenario, parseScenario, scenarioNames } from '../../engine/scenario/index.js';
import { withLeverValue, withAssumption } from '../../ui/state/setup.js';
import { openEngine } from '../../ui/engine/open-engine.js';
import { DeviceStore } from '../../ui/device/device-store.js';
import { importedPopulations } from '../../ui/device/imported.js';
import { openPopulation } from '../../ui/engine/open-population.js';
import { fileName } from '../../ui/share/file-name.js';
import { keepScenario, keptScenario, openSaved } from '../../ui/share/keep-scenario.js';
import { SavedScenarios, savedScenarios } from '../../ui/device/saved-scenarios.js';
import { openingSetup } from './ui-comparison.js';

const changed = () =>
  withAssumption(withLeverValue(openingSetup(), 'conferences', 'perYear', 4), 'apiPersistence', 0.3).scenario;

afterEach(async () => {
  for (const { name } of savedScenarios.value) await savedScenarios.remove(name);
});

describe('a saved scenario', () => {
  test('opens as it was saved, under its new name', async () => {
    const kept = await keepScenario(changed(), 'Four conferences a year');
    expect(kept.name).toBe('four-conferences-a-year');
    expect(openSaved(savedScenarios.value[0]!)).toEqual(kept);
    expect(keptScenario(kept.name)).toEqual(kept);
  });

  test('is the file that the command line takes', async () => {
    await keepScenario(changed(), 'Mine');
    const { yaml, name } = savedScenarios.value[0]!;
    const { levers, assumptions } = parseScenario(yaml, { path: `${name}.yaml`, name });
    expect([levers, assumptions]).toEqual([changed().levers, changed().assumptions]);
  });

  test('never takes the name of a scenario that comes with the project', async () => {
    const { name } = await keepScenario(changed(), 'mep');
    expect(scenarioNames).not.toContain(name);
    expect(keptScenario('mep')).toEqual(loadScenario('mep'));
  });

  test('is never replaced: another of the same title is given a number', async () => {
    await keepScenario(changed(), 'Mine');
    const second = await keepScenario(loadScenario('six-levers'), 'Mine');
    await keepScenario(changed(), 'Mine!');
    expect(second).toMatchObject({ name: 'mine-2', title: 'Mine 2' });
    expect(keptScenario('mine')!.levers).toEqual(changed().levers);
    expect(keptScenario('mine-2')!.levers).toEqual(loadScenario('six-levers').levers);
    expect(savedScenarios.value.map(({ name }) => name).sort()).toEqual(['mine', 'mine-2', 'mine-3']);
  });

  test('that is saved twice unchanged is kept once', async () => {
    const first = await keepScenario(changed(), 'Mine');
    expect(await keepScenario(first, 'Mine')).toEqual(first);
    expect(savedScenarios.value.length).toBe(1);
  });

  test('is there again when the page is opened again', async () => {
    await keepScenario(changed(), 'Mine');
    const again = new SavedScenarios();
    await again.load();
    expect(again.value).toEqual(savedScenarios.value);
  });

  test('that the model no longer takes is found, and does not open', async () => {
    await savedScenarios.add({
      name: 'old',
      title: 'Old',
      yaml: 'title: Old\nyears: 900',
      accord: '0',
      saved: '',
    });
    expect(keptScenario('old')).toBeUndefined();
    expect(() => openSaved(savedScenarios.value[0]!)).toThrow(/years/);
  });
});

test('file names are plain words', () => {
  expect(fileName('Éire: 3 × “more”')).toBe('eire-3-more');
  expect(fileName('…')).toBe('scenario');
});

const isNumber = (value: unknown): value is number => typeof value === 'number';

describe('what is on the device', () => {
  /** What no page of this version writes, put where it looks. */
  async function leave(table: string, key: string, value: unknown): Promise<() => Promise<void>> {
    const store = createStore(`accord-${table}`, table);
    await set(key, value, store);
    return () => del(key, store);
  }

  test.each([
    ['null', null],
    ['a text', 'mine'],
    ['a list', []],
    ['half a record', { name: 'mine', title: 'Mine', yaml: null, accord: '0', saved: '' }],
  ])('and is %s keeps no page shut, is told of, and stays', async (_, value) => {
    const tidy = [
      await leave('saved-scenarios', 'mine', value),
      await leave('imported-list', 'my.csv', value),
      await leave('imported-districts', 'my.csv', value),
    ];
    try {
      const { populations } = await openEngine();
      expect(populations.map(({ id }) => id)).not.toContain('my.csv');
      expect(savedScenarios.value).toEqual([]);
      expect(savedScenarios.missing).toMatch(
        /^1 more entry kept here cannot be read .* Nothing was deleted\.$/,
      );
      expect(importedPopulations.missing).toBe(savedScenarios.missing);
      await expect(openPopulation('my.csv')).rejects.toThrow(InputError);
      const kept = await keepScenario(changed(), 'Mine');
      expect(kept.name).toBe('mine-2');
      expect(await get('mine', createStore('accord-saved-scenarios', 'saved-scenarios'))).toEqual(value);
    } finally {
      for (const remove of tidy) await remove();
    }
  });

  test('is never replaced by what another tab adds at the same time', async () => {
    const tabs = [new SavedScenarios(), new SavedScenarios(), new SavedScenarios()];
    const record = (yaml: string) => ({ name: 'both', title: 'Both', yaml, accord: '0', saved: '' });
    const added = await Promise.all(tabs.map((tab, index) => tab.add(record(`title: ${index}`))));
    expect(added.filter(Boolean)).toHaveLength(1);
    await savedScenarios.load();
    expect(savedScenarios.value.map(({ yaml }) => yaml)).toEqual([`title: ${added.indexOf(true)}`]);
  });

  test('appears in another tab as soon as it is kept', async () => {
    const other = new SavedScenarios();
    await keepScenario(changed(), 'Mine');
    await expect.poll(() => other.value.map(({ name }) => name)).toEqual(['mine']);
    await savedScenarios.remove('mine');
    await expect.poll(() => other.value).toEqual([]);
  });

  test('is still shown where there is no room for more, which is told', async () => {
    await keepScenario(changed(), 'Mine');
    const refused = vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    try {
      await expect(keepScenario(loadScenario('mep'), 'Other')).rejects.toThrow(/room .* is full/);
      expect(savedScenarios.value.map(({ name }) => name)).toEqual(['mine']);
    } finally {
      refused.mockRestore();
    }
    await savedScenarios.load();
    expect(savedScenarios.volatile).toBe(false);
    expect(savedScenarios.value.map(({ name }) => name)).toEqual(['mine']);
    expect((await keepScenario(changed(), 'After')).name).toBe('after');
  });
});

test('where the browser keeps nothing, a table lives as long as the page', async () => {
  const broken = new DeviceStore('x', isNumber);
  const open = indexedDB.open.bind(indexedDB);
  indexedDB.open = () => {
    throw new DOMException('refused', 'SecurityError');
  };
  try {
    await broken.put('a', 1);
    expect(await broken.get('a')).toBe(1);
    expect(await broken.all()).toEqual([1]);
    expect(broken.volatile).toBe(true);
    expect(await broken.add('a', 2)).toBe(false);
    await broken.remove('a');
    expect(await broken.all()).toEqual([]);
  } finally {
    indexedDB.open = open;
  }
});
