import { afterEach, describe, expect, test } from 'vitest';
import { loadScenario, parseScenario, scenarioNames } from '../../engine/scenario/index.js';
import { withLeverValue, withAssumption } from '../../ui/app/setup.js';
import { DeviceStore } from '../../ui/app/device-store.js';
import { fileName } from '../../ui/share/file-name.js';
import { keepScenario, keptScenario, openSaved } from '../../ui/share/keep-scenario.js';
import { SavedScenarios, savedScenarios, type SavedScenario } from '../../ui/share/saved-scenarios.js';
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
    const again = new SavedScenarios(new DeviceStore<SavedScenario>('saved-scenarios'));
    await again.load();
    expect(again.value).toEqual(savedScenarios.value);
  });

  test('that the model no longer takes is found, and does not open', async () => {
    await savedScenarios.keep({
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

test('where the browser keeps nothing, a table lives as long as the page', async () => {
  const broken = new DeviceStore<number>('x');
  const open = indexedDB.open.bind(indexedDB);
  indexedDB.open = () => {
    throw new DOMException('refused', 'SecurityError');
  };
  try {
    await broken.put('a', 1);
    expect(await broken.get('a')).toBe(1);
    expect(await broken.all()).toEqual([1]);
    expect(broken.volatile).toBe(true);
    await broken.remove('a');
    expect(await broken.all()).toEqual([]);
  } finally {
    indexedDB.open = open;
  }
});
