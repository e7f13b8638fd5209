import { afterEach, describe, expect, test } from 'vitest';
import { parameters } from '../../engine/evidence/index.js';
import { levers } from '../../engine/model/levers/index.js';
import { loadScenario, scenarioNames, scenarioToYaml } from '../../engine/scenario/index.js';
import { openSession, type Session } from '../../ui/state/session.js';
import type { WorldValues } from '../../ui/engine/world-values.js';
import '../../ui/explore/cost-assumptions.js';
import { doseCurve, doseField, doseWorlds, presentAdds } from '../../ui/explore/dose-worlds.js';
import { openingSetup, roundComparison } from './ui-comparison.js';

describe.each(levers.map(({ id }) => [id] as const))('the doses of %s', (id) => {
  const setup = openingSetup();
  const { worlds, doses, present } = doseWorlds(setup, id);
  const field = doseField(id);

  test('go from nothing to the most, by way of the scenario’s own', () => {
    expect([doses[0], doses.at(-1)]).toEqual([0, field.max]);
    expect(doses).toEqual([...new Set(doses)].sort((a, b) => a - b));
    expect(doses.length).toBeGreaterThanOrEqual(6);
    expect(present).toBe(setup.scenario.levers[id].values[field.id]);
    expect(doses).toContain(present);
  });

  test('change nothing else in the scenario, and are set beside the untouched baseline', () => {
    expect(worlds[0]!.levers).toEqual(setup.baseline.levers);
    worlds.slice(1).forEach(({ levers: own, name: _name, ...world }, place) => {
      const { levers: usual, name: _usualName, ...others } = setup.scenario;
      expect(world).toEqual(others);
      const { [id]: changed, ...rest } = own;
      const { [id]: before, ...restBefore } = usual;
      expect(rest).toEqual(restBefore);
      expect(changed).toEqual({ ...before, values: { ...before.values, [field.id]: doses[place] } });
    });
    expect(new Set(worlds.map(({ name }) => name)).size).toBe(worlds.length);
  });
});

test('a curve pairs each dose with the baseline, and the present dose with none, future by future', () => {
  const plan = { worlds: [], doses: [0, 5, 10], present: 5 };
  const futures = [
    [1, 2, 3],
    [1, 3, 5],
    [4, 5, 6],
    [9, 9, 9],
  ];
  const values: WorldValues = {
    futures: 3,
    horizon: (world) => Float64Array.from(futures[world]!),
    month: () => new Float64Array(),
  };
  const curve = doseCurve(values, plan, 'collaborative');
  expect(curve.map(({ dose, range }) => [dose, range.middle])).toEqual([
    [0, 1],
    [5, 3],
    [10, 7],
  ]);
  expect(presentAdds(values, plan, 'collaborative').middle).toBe(2);
});

describe('unit costs', () => {
  const session = (): Session =>
    openSession({
      scenarioNames,
      populations: [],
      titleOf: (name) => name,
      loadScenario,
      toYaml: scenarioToYaml,
      labels: new Map(),
      compare: () => Promise.resolve(roundComparison()),
    });
  const tieCost = parameters.find(({ id }) => id === 'tieCost')!;

  async function show(on: Session): Promise<ShadowRoot> {
    const element = document.createElement('cost-assumptions');
    Object.assign(element, { session: on, costs: [tieCost] });
    document.body.append(element);
    await element.updateComplete;
    return element.shadowRoot!;
  }

  afterEach(() => document.body.replaceChildren());

  test('each belong to one lever', () => {
    const costs = parameters.filter(({ id }) => id.endsWith('Cost')).map(({ id }) => id);
    expect(levers.flatMap((lever) => lever.costs).sort()).toEqual(costs.sort());
  });

  test('are held at what is typed, are said to be assumed, and go back', async () => {
    const on = session();
    const root = await show(on);
    expect(root.querySelector('.status')!.textContent).toBe('assumed');
    const input = root.querySelector('input')!;
    input.value = '3000';
    input.dispatchEvent(new Event('change'));
    expect(on.store.value.present.scenario.assumptions).toEqual({ tieCost: 3000 });
    expect(on.store.value.present.baseline.assumptions).toEqual({ tieCost: 3000 });
    await expect.poll(() => root.querySelector('button')?.textContent).toBe('Back to $2,000');
    root.querySelector('button')!.click();
    expect(on.store.value.present.scenario.assumptions).toEqual({});
  });

  test('outside their support are refused with the limits', async () => {
    const on = session();
    const root = await show(on);
    const input = root.querySelector('input')!;
    for (const typed of ['-1', '100001', '']) {
      input.value = typed;
      input.dispatchEvent(new Event('change'));
      await expect
        .poll(() => root.querySelector('[role=status]')!.textContent)
        .toContain('from $0 to $100,000');
      expect(on.store.value.present.scenario.assumptions).toEqual({});
    }
  });
});
