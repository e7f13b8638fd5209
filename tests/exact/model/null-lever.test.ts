import { describe, expect, test } from 'vitest';
import { levers, type LeverId } from '../../../engine/model/levers/index.js';
import { noneWorld, type LeverSetting, type Scenario } from '../../../engine/scenario/index.js';
import { runAll, scenarioWith, smallPopulation } from './small-world.js';
import { paths } from './state-copy.js';

const population = smallPopulation(50);
const nothing = scenarioWith('no-partnership', ['years=5']);
const mep = scenarioWith('mep', ['years=5']);

function change(scenario: Scenario, lever: LeverId, setting: Partial<LeverSetting>): Scenario {
  return { ...scenario, levers: { ...scenario.levers, [lever]: { ...scenario.levers[lever], ...setting } } };
}

/** A lever's fields at an end of their range, but for the dose, which stays zero. */
function offBut(id: LeverId, end: 'min' | 'max'): Partial<LeverSetting> {
  const { fields } = levers.find((lever) => lever.id === id)!;
  const values = Object.fromEntries(fields.map((field, i) => [field.id, i === 0 ? 0 : field[end]]));
  return { values, startMonth: 3, endMonth: 40, rampMonths: 7 };
}

describe('a lever whose dose is zero', () => {
  const baseline = runAll(population, nothing, 3);

  test('is the baseline bit for bit when all six are so, whatever their other fields and their timing', () => {
    for (const end of ['min', 'max'] as const) {
      const off = levers.reduce((scenario, { id }) => change(scenario, id, offBut(id, end)), nothing);
      expect(runAll(population, off, 3)).toEqual(baseline);
      expect(paths(population, off)).toEqual(paths(population, nothing));
    }
  });

  test('the world without partnership is that baseline too', () => {
    expect(runAll(population, noneWorld(mep), 3)).toEqual(baseline);
    expect(runAll(population, scenarioWith('no-partnership', ['package=none', 'years=5']), 3)).toEqual(
      baseline,
    );
  });

  test.each(levers.map(({ id }) => id))('%s: is off in all its fields amid the others', (id) => {
    const without = change(mep, id, offBut(id, 'min'));
    expect(runAll(population, change(mep, id, offBut(id, 'max')), 2)).toEqual(runAll(population, without, 2));
  });

  test.each(levers.map(({ id }) => id))('%s: so is one that ends when it starts', (id) => {
    const never = { ...mep.levers[id], startMonth: 24, endMonth: 24 };
    const off = change(mep, id, offBut(id, 'min'));
    expect(runAll(population, change(mep, id, never), 2)).toEqual(runAll(population, off, 2));
  });
});

describe('a lever that starts late', () => {
  test.each(levers.map(({ id }) => id))('%s changes nothing before', (id) => {
    const start = 30;
    const late = change(mep, id, { ...mep.levers[id], startMonth: start });
    const off = change(mep, id, offBut(id, 'min'));
    const [with_, without] = [paths(population, late), paths(population, off)];
    for (const [name, path] of with_) {
      expect(path.slice(0, start + 1)).toEqual(without.get(name)!.slice(0, start + 1));
    }
  });
});
