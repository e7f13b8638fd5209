import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makesPopulation, parameters } from '../../engine/evidence/index.js';
import { levers } from '../../engine/model/levers/index.js';
import { outcomes } from '../../engine/model/outcomes/index.js';
import { recordedEventKinds } from '../../engine/model/policy.js';
import type { LeverField } from '../../engine/model/lever.js';
import { applySettings, loadScenario, parseScenario, scenarioToYaml } from '../../engine/scenario/index.js';
import type { Scenario } from '../../engine/scenario/index.js';

const within = (min: number, max: number, integer = false) =>
  integer ? fc.integer({ min, max }) : fc.double({ min, max, noNaN: true }).map((value) => value + 0);
const month = fc.integer({ min: 0, max: 480 });
const text = fc.string({ unit: 'grapheme', maxLength: 60 }).map((words) => words.trim());

const fieldValue = ({ min, max, integer, choices }: LeverField) =>
  within(min, max, integer === true || choices !== undefined);

const lever = (fields: readonly LeverField[]) =>
  fc
    .record({
      months: fc.tuple(month, month),
      rampMonths: month,
      values: fc.record(Object.fromEntries(fields.map((field) => [field.id, fieldValue(field)]))),
    })
    .map(({ months, ...rest }) => ({
      ...rest,
      startMonth: Math.min(...months),
      endMonth: Math.max(...months),
    }));

const scenario: fc.Arbitrary<Scenario> = fc.record({
  name: fc.constant('x'),
  title: text.map((words) => words || 'A title'),
  question: text,
  source: text,
  population: fc.constantFrom('massachusetts', 'nation', 'my districts.csv'),
  years: fc.integer({ min: 1, max: 40 }),
  firstMonth: fc.constantFrom('1999-07', '2012-12', '2030-01'),
  levers: fc.record(
    Object.fromEntries(levers.map(({ id, fields }) => [id, lever(fields)])),
  ) as unknown as fc.Arbitrary<Scenario['levers']>,
  context: fc.record({
    turnover: within(0, 5),
    mandatePressure: within(0, 1),
    hostileLaw: fc.record({ month, severity: within(0, 1) }),
    budgetShock: fc.record({ month, months: month, severity: within(0, 1) }),
  }),
  stateDelays: fc.dictionary(fc.stringMatching(/^[a-zA-Z. ]{1,12}$/), month, { noNullPrototype: true }),
  events: fc.array(
    fc.record({
      month,
      district: text.map((words) => words || 'A district'),
      kind: fc.constantFrom(...recordedEventKinds),
      schools: fc.integer({ min: 0, max: 1000 }),
      what: text,
    }),
    { maxLength: 3 },
  ),
  reported: fc.array(
    fc.record({
      month,
      outcome: fc.constantFrom(...outcomes.map(({ id }) => id)),
      value: within(-1e6, 1e6),
      compare: fc.constantFrom('interval' as const, 'at-least' as const, 'at-most' as const),
      where: text,
    }),
    { maxLength: 3 },
  ),
  assumptions: fc
    .subarray(
      parameters
        .filter((parameter) => !makesPopulation(parameter))
        .map(({ id, support }) => ({ id, support })),
      { maxLength: 5 },
    )
    .chain((some) =>
      fc.record(Object.fromEntries(some.map(({ id, support: [low, high] }) => [id, within(low, high)]))),
    ),
});

test('a scenario written to YAML reads back to the same scenario', () => {
  fc.assert(
    fc.property(scenario, (given) => {
      expect(parseScenario(scenarioToYaml(given), { path: 'x.yaml', name: 'x' })).toEqual(given);
    }),
  );
});

test('any setting gives a scenario or a readable refusal, never another error', () => {
  const mep = loadScenario('mep');
  const key = fc.constantFrom(
    'years',
    'levers.research',
    'levers.research.programmes',
    'context',
    'assumptions.apiPersistence',
  );
  fc.assert(
    fc.property(fc.oneof(key, fc.string()), fc.string(), (name, value) => {
      try {
        applySettings(mep, [`${name}=${value}`]);
      } catch (error) {
        expect(error).toMatchObject({ name: 'InputError' });
      }
    }),
  );
});
