import { expect, test } from 'vitest';
import { InputError } from '../../engine/input/index.js';
import { noneWorld, parseScenario } from '../../engine/scenario/index.js';

const parse = (text: string) => parseScenario(text, { path: 'x.yaml', name: 'x' });

function messages(text: string): string[] {
  try {
    parse(text);
  } catch (error) {
    if (error instanceof InputError) return error.message.split('\n');
    throw error;
  }
  return [];
}

test('a title is enough: the rest is the state, horizon and first month of the partnership, without levers', () => {
  const scenario = parse('title: My state');
  expect(scenario).toMatchObject({
    name: 'x',
    population: 'massachusetts',
    years: 10,
    firstMonth: '2012-07',
  });
  expect(scenario.levers).toEqual(noneWorld(scenario).levers);
  expect(scenario.context).toEqual(noneWorld(scenario).context);
});

test('every problem of a file is reported at once, with its line, value, rule and the nearest name', () => {
  const text = [
    'title: Mistakes',
    'years: 400',
    'levers:',
    '  conferences:',
    '    perYear: -2',
    '    distrits: 75',
    '  conferenses: mep',
    '  pilotGrants:',
    '    perYear: "3"',
    '    recipients: lotery',
    'assumptions:',
    '  apiPersistence: 3',
    '  apiPersistance: 0.3',
    'context: { turnover: .nan, hostileLaw: { month: 1.5 } }',
    'yeers: 3',
  ];
  expect(messages(text.join('\n')).sort()).toEqual(
    [
      'x.yaml:2: years = 400 must be a whole number between 1 and 40',
      'x.yaml:5: levers.conferences.perYear = -2 must be between 0 and 12',
      "x.yaml:6: 'levers.conferences.distrits' must be a field of levers.conferences; did you mean districts?",
      "x.yaml:7: 'levers.conferenses' must be the name of a lever; did you mean conferences?",
      'x.yaml:9: levers.pilotGrants.perYear = 3 must be between 0 and 40; write the number without quotes',
      "x.yaml:10: levers.pilotGrants.recipients = 'lotery' must be one of need, readiness, lottery",
      'x.yaml:12: assumptions.apiPersistence = 3 must be between 0 and 0.85',
      "x.yaml:13: 'assumptions.apiPersistance' must be the id of a parameter; did you mean apiPersistence?",
      "x.yaml:14: context.turnover = 'NaN' must be between 0 and 5",
      'x.yaml:14: context.hostileLaw.month = 1.5 must be a whole number between 0 and 480',
      "x.yaml:15: 'yeers' must be a field of a scenario; did you mean years?",
    ].sort(),
  );
});

test.each([
  ['', /empty file/],
  ['   \n\n', /empty file/],
  ['just text', /must be fields such as/],
  ['- a\n- b', /must be fields such as/],
  ['years: 3', /x\.yaml:1: title = '' must be a title in plain words; add a line "title: \.\.\."/],
  ['title: A\nyears: 0', /x\.yaml:2: years = 0 must be/],
  ['title: A\nyears: 2.5', /whole number between 1 and 40/],
  ['title: A\ntitle: B', /x\.yaml:2: .* must be valid YAML \(Map keys must be unique\)/],
  ['title: "A', /must be valid YAML/],
  ['title: !python/object x', /must be valid YAML/],
  ['title: *nowhere', /its aliases' must be known and few/],
  ['title: A\nassumptions: { nationDistricts: 100 }', /must be the id of a parameter/],
  ['title: A\npopulation: masachusetts', /did you mean massachusetts\?/],
  ['title: A\nfirstMonth: 2012-13', /calendar month/],
  ['title: A\npackage: mpe', /x\.yaml:2: package = 'mpe' must be one of none, mep, double/],
  ['title: A\nlevers: { research: treble }', /must be none, mep, double or the fields/],
  [
    'title: A\nlevers:\n  research: { programmes: 1, until: soon }',
    /x\.yaml:3: levers\.research\.until = 'soon'/,
  ],
  [
    'title: A\nlevers:\n  research: { programmes: 1, from: 30, until: 24 }',
    /no earlier than the start, month 30/,
  ],
  [
    'title: A\nlevers:\n  research: { programmes: 1, from: 2012-01 }',
    /no earlier than the first month, 2012-07/,
  ],
  [
    'title: A\nlevers:\n  conferences: { districts: 50 }',
    /the lever is off; add perYear: 1\.5, or package: mep/,
  ],
  ['title: A\n__proto__: { years: 3 }', /'__proto__' must be a field of a scenario/],
  ['title: A\nassumptions: { constructor: 3 }', /'assumptions\.constructor' must be the id of a parameter/],
])('%j is refused in one readable message', (text, message) => {
  expect(messages(text).join('\n')).toMatch(message);
});

test('months count from the first month or name a calendar month', () => {
  const { levers } = parse(
    'title: A\npackage: mep\nlevers:\n  research: { from: 2013-07, until: 36, ramp: 6 }',
  );
  expect(levers.research).toMatchObject({ startMonth: 12, endMonth: 36, rampMonths: 6 });
  expect(levers.conferences).toMatchObject({ startMonth: 0, endMonth: 120, rampMonths: 0 });
});

test('a lever takes its own package, else that of the scenario, and single fields change it', () => {
  const { levers } = parse(
    'title: A\npackage: mep\nlevers:\n  research: double\n  incentives: none\n  conferences: { package: double, districts: 50 }',
  );
  expect(levers.research.values).toEqual({ programmes: 2 });
  expect(levers.incentives.values).toEqual({ dollars: 0 });
  expect(levers.conferences.values).toEqual({ perYear: 3, districts: 50 });
  expect(levers.learningNetwork.values).toEqual({ ties: 2, experiencedShare: 0.5 });
});

test('timing of the scenario holds for levers that give none', () => {
  const { levers } = parse(
    'title: A\npackage: mep\ntiming: { from: 6, until: 24 }\nlevers: { research: { until: 60 } }',
  );
  expect(levers.conferences).toMatchObject({ startMonth: 6, endMonth: 24 });
  expect(levers.research).toMatchObject({ startMonth: 6, endMonth: 60 });
});

const aliases = Array.from({ length: 12 }, (_, level) =>
  level === 0 ? 'a0: &a0 [x, x]' : `a${level}: &a${level} [*a${level - 1}, *a${level - 1}, *a${level - 1}]`,
);

test.each([
  ['20 MB of text', 'title: ' + 'x'.repeat(20_000_000)],
  ['brackets 50,000 deep', '['.repeat(50_000)],
  ['closed brackets 10,000 deep', '['.repeat(10_000) + ']'.repeat(10_000)],
  ['a list in a list 40,000 deep', '- '.repeat(40_000) + 'x'],
  ['16,000 keys', Array.from({ length: 16_000 }, (_, n) => `${n}: 1`).join('\n')],
  ['a thousand million laughs', aliases.join('\n')],
])('%s is refused before it costs anything', (_, text) => {
  expect(messages(text)).toHaveLength(1);
});
