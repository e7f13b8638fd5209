import { expect, test } from 'vitest';
import { applySettings, loadScenario, parseScenario, scenarioSchema } from '../../engine/scenario/index.js';
import { levers } from '../../engine/model/levers/index.js';
import { makesPopulation, parameters } from '../../engine/evidence/index.js';

const mep = loadScenario('mep');

test('settings change what they name and nothing else', () => {
  const changed = applySettings(mep, [
    'levers.conferences.perYear=3',
    'assumptions.apiPersistence=0.4',
    'context.turnover=1.2',
    'context.hostileLaw.severity = 0.5',
    'stateDelays.St. Somewhere=12',
    'levers.pilotGrants.recipients=lottery',
  ]);
  expect(changed).toEqual({
    ...mep,
    levers: {
      ...mep.levers,
      conferences: { ...mep.levers.conferences, values: { perYear: 3, districts: 75 } },
      pilotGrants: { ...mep.levers.pilotGrants, values: { ...mep.levers.pilotGrants.values, recipients: 2 } },
    },
    context: { ...mep.context, turnover: 1.2, hostileLaw: { month: 0, severity: 0.5 } },
    stateDelays: { 'St. Somewhere': 12 },
    assumptions: { apiPersistence: 0.4 },
  });
});

test('levers that run to the horizon run to the new one; others keep their end', () => {
  expect(applySettings(mep, ['years=20']).levers.research.endMonth).toBe(240);
  expect(applySettings(loadScenario('mep-two-years'), ['years=20']).levers.research.endMonth).toBe(24);
});

test('a package replaces all levers, a word one lever', () => {
  const { levers: off } = loadScenario('no-partnership');
  expect(applySettings(mep, ['package=none']).levers).toEqual(off);
  expect(applySettings(mep, ['levers.research=none']).levers).toEqual({
    ...mep.levers,
    research: off.research,
  });
  expect(applySettings(mep, ['levers.research=none', 'levers.research.programmes=1'])).toEqual(mep);
});

test('all problems of all settings come at once, in the style of a file', () => {
  const settings = [
    'levers.conferences.perYear=-2',
    'levers.conferenses.perYear=1',
    'years=0',
    'assumptions.apiPersistence=high',
  ];
  expect(() => applySettings(mep, settings)).toThrow(
    [
      '--set: years = 0 must be a whole number between 1 and 40',
      '--set: levers.conferences.perYear = -2 must be between 0 and 12',
      "--set: 'levers.conferenses' must be the name of a lever; did you mean conferences?",
      "--set: assumptions.apiPersistence = 'high' must be between 0 and 0.85",
    ].join('\n'),
  );
});

test.each([
  'years',
  '=3',
  'years=[1]',
  'a..b=1',
  '__proto__.x=1',
  'years=',
  'name=x',
  'title=' + 'x'.repeat(1000),
])('the setting %j is refused', (setting) => {
  expect(() => applySettings(mep, [setting])).toThrow(/^--set: /);
});

test('the JSON Schema knows every lever field, with unit and 1x, and every parameter', () => {
  const schema = scenarioSchema() as unknown as {
    properties: Record<'levers' | 'assumptions', { properties: Record<string, unknown> }>;
  };
  expect(Object.keys(schema.properties.levers.properties)).toEqual(levers.map(({ id }) => id));
  expect(Object.keys(schema.properties.assumptions.properties)).toEqual(
    parameters.filter((parameter) => !makesPopulation(parameter)).map(({ id }) => id),
  );
  const text = JSON.stringify(schema.properties.levers);
  for (const field of levers.flatMap(({ fields }) => fields)) {
    expect(text).toContain(field.label);
    if (!field.choices) expect(text).toContain(`In ${field.unit.words}. 1x = ${field.mep}`);
  }
});

test('a file may name the schema for its editor', () => {
  expect(parseScenario('$schema: ./schema.json\ntitle: A', { path: 'a.yaml', name: 'a' }).title).toBe('A');
});
