import { describe, expect, expectTypeOf, test } from 'vitest';
import type { LeverField } from '../../../engine/model/lever.js';
import { levers, type FieldId, type Lever, type LeverId } from '../../../engine/model/levers/index.js';
import { outcomes } from '../../../engine/model/outcomes/index.js';
import { rulesOf } from '../../../engine/model/rule-descriptions.js';
import { createKernel } from '../../../engine/run.js';
import type { Scenario } from '../../../engine/scenario/index.js';
import { runReplicate, scenarioWith, smallPopulation } from '../../exact/model/small-world.js';

const years = 6;
const kernel = createKernel(smallPopulation(120));

function withField(scenario: Scenario, lever: Lever, values: Readonly<Record<string, number>>): Scenario {
  const setting = scenario.levers[lever.id];
  const changed = { ...setting, values: { ...setting.values, ...values } };
  return { ...scenario, levers: { ...scenario.levers, [lever.id]: changed } };
}

/** Ids of the outcomes in which two scenarios differ in any month. */
function differences(one: Scenario, other: Scenario): string[] {
  const length = 12 * years + 1;
  const [a, b] = [runReplicate(kernel, one), runReplicate(kernel, other)];
  return outcomes
    .filter((_, o) => a.slice(o * length, (o + 1) * length).some((value, i) => value !== b[o * length + i]))
    .map(({ id }) => id);
}

/** Draws in which one of the assumed effects happens to be none would hide a lever. */
const effects = { qualityEffect: 25, incentiveMultiplier: 1.3, researchMultiplier: 1.3 };
const nothing = scenarioWith('no-partnership', [`years=${String(years)}`], effects);
const everything = scenarioWith('six-levers', [`years=${String(years)}`], effects);

describe.each(levers.map((lever) => [lever.id, lever] as const))('lever %s', (_, lever) => {
  const dose = lever.fields[0]!;

  test('alone, from nothing to 2x, changes more than its cost', () => {
    const found = differences(nothing, withField(nothing, lever, { [dose.id]: dose.double }));
    // Teachers and conferences need somebody who asks: where nobody knows of them, they cost money and no more.
    expect(found).toContain('cost');
    expect(found.length).toBeGreaterThan(1);
  });

  test('amid the others, from nothing to 2x, changes districts and schools', () => {
    const found = differences(everything, withField(everything, lever, { [dose.id]: 0 }));
    for (const id of ['adversarial', 'collaborative', 'partnershipQuality', 'api', 'cost']) {
      expect(found).toContain(id);
    }
  });

  test.each(lever.fields.map((field) => [field.id, field] as const))(
    'its field %s does something',
    (id, field) => {
      for (const value of otherValues(field, everything.levers[lever.id].values[id]!)) {
        expect(differences(everything, withField(everything, lever, { [id]: value }))).not.toEqual([]);
      }
    },
  );

  test('is read by a rule and describes its fields consistently', () => {
    expect(rulesOf(lever).some(({ levers: read }) => read.includes(lever.id))).toBe(true);
    for (const field of lever.fields) {
      const marks = [field.mep, field.double, ...field.studied];
      expect(marks.filter((mark) => mark < field.min || mark > field.max)).toEqual([]);
      if (field.integer) expect(marks.every(Number.isInteger)).toBe(true);
      if (field.choices) expect(field.choices).toHaveLength(field.max + 1);
    }
    expect(dose.min).toBe(0);
  });
});

test('a lever or a field that is misspelt does not compile', () => {
  expectTypeOf<'stateInstitution'>().toExtend<LeverId>();
  expectTypeOf<'stateInstitutions'>().not.toExtend<LeverId>();
  expectTypeOf<FieldId<'stateInstitution'>>().toEqualTypeOf<
    'instructors' | 'facilitators' | 'leadersTrained'
  >();
  expect(new Set(levers.map(({ id }) => id)).size).toBe(levers.length);
});

function otherValues(field: LeverField, now: number): number[] {
  const all = field.choices ? field.choices.map((_, index) => index) : [field.min, field.max];
  return all.filter((value) => value !== now);
}
