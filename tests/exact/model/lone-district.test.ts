import { describe, expect, test } from 'vitest';
import { assemble } from '../../../engine/population/assemble.js';
import type { Population } from '../../../engine/population/index.js';
import type { Scenario } from '../../../engine/scenario/index.js';
import { draft, scenarioWith } from './small-world.js';
import { paths } from './state-copy.js';

const districts = 60;
const stranger = draft(3, { name: 'Stranger' });
const others = Array.from({ length: districts }, (_, i) => draft(i));

function population(drafts: ReturnType<typeof draft>[]): Population {
  const made = assemble(
    { id: 'lone', title: 'Lone', source: 'made up', synthetic: true, apiNoise: 'california' },
    drafts,
  );
  const networked = Uint8Array.from(made.districts.name, (name) => (name === 'Stranger' ? 0 : 1));
  return { ...made, districts: { ...made.districts, networked } };
}

/** Everything in force that has room for all: no place with a trainer, a facilitator or at a conference is scarce. */
const roomForAll: Scenario = (() => {
  const scenario = scenarioWith(
    'six-levers',
    ['years=6', 'levers.pilotGrants.perYear=0', 'levers.stateInstitution.leadersTrained=0.5'],
    { capacityPerInstructor: 1_000_000, districtsPerFacilitator: 1_000_000, awarenessHazard: 0.05 },
  );
  const { conferences } = scenario.levers;
  const values = { ...conferences.values, districts: 1_000_000 };
  return { ...scenario, levers: { ...scenario.levers, conferences: { ...conferences, values } } };
})();

describe('where capacity is unlimited, one more district without ties', () => {
  const before = paths(population(others), roomForAll);

  test.each([
    ['listed last', [...others, stranger]],
    ['listed first', [stranger, ...others]],
    ['listed in between', [...others.slice(0, 20), stranger, ...others.slice(20)]],
  ])('changes no month of any other, %s', (_, drafts) => {
    const after = paths(population(drafts), roomForAll);
    expect(after.delete('Stranger')).toBe(true);
    expect(after).toEqual(before);
  });

  test('while much goes on: the paths differ from those without policy', () => {
    const alone = paths(population(others), scenarioWith('no-partnership', ['years=6']));
    const changed = [...before].filter(([name, path]) => path.at(-1) !== alone.get(name)!.at(-1));
    expect(changed.length).toBeGreaterThan(districts / 2);
  });
});

test('where places are scarce, the stranger takes some', () => {
  const scarce = scenarioWith('mep', ['years=6']);
  const before = paths(population(others), scarce);
  const after = paths(population([...others, stranger]), scarce);
  after.delete('Stranger');
  expect(after).not.toEqual(before);
});
