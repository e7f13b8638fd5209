import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseFactors, parseSweepDesign } from '../../engine/analysis/index.js';
import { ensemble, inProcess } from '../../engine/ensemble/index.js';
import { parseDistribution } from '../../engine/evidence/distribution.js';
import { makesPopulation, parameters } from '../../engine/evidence/index.js';
import { parsePopulationCsv } from '../../engine/population/index.js';
import { createKernel } from '../../engine/run.js';
import {
  applySettings,
  loadScenario,
  parseScenario,
  scenarioToDocument,
  scenarioToYaml,
  type Scenario,
} from '../../engine/scenario/index.js';
import { readScenario } from '../../engine/scenario/parse-scenario.js';
import { runReplicate, smallPopulation } from '../exact/model/small-world.js';

type Path = readonly string[];

/** Addresses of all numbers in a document. */
function numbersIn(value: unknown, path: Path = []): Path[] {
  if (typeof value === 'number') return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => numbersIn(part, [...path, key]));
}

/** A copy of a document with other numbers. */
function replaced<T>(value: T, change: (path: Path, number: number) => number, path: Path = []): T {
  if (typeof value === 'number') return change(path, value) as T;
  if (Array.isArray(value)) {
    return value.map((part: unknown, index) => replaced(part, change, [...path, String(index)])) as T;
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, replaced(part, change, [...path, key])]),
  ) as T;
}

/** Minus zero wherever there is zero. */
const minus = <T>(value: T): T => replaced(value, (_, number) => (number === 0 ? -0 : number));

/** A scenario with a number, never zero by default, in every field that there is. */
const everything: Scenario = {
  ...loadScenario('six-levers'),
  years: 2,
  context: {
    turnover: 1,
    mandatePressure: 0.5,
    hostileLaw: { month: 3, severity: 0.5 },
    budgetShock: { month: 3, months: 6, severity: 0.5 },
  },
  stateDelays: { Here: 3 },
  events: [{ month: 3, district: 'District 1', kind: 'schoolProject', schools: 1, what: '' }],
  reported: [{ month: 3, outcome: 'lasting', value: 1, compare: 'interval', where: '' }],
  assumptions: Object.fromEntries(
    parameters
      .filter((parameter) => !makesPopulation(parameter) && parameter.support[0] <= 0)
      .map(({ id, support: [, high] }) => [id, high / 2]),
  ),
};
const document = scenarioToDocument(everything);
const someNumbers = fc.subarray(numbersIn(document), { minLength: 1, maxLength: 4 });
const zeroAt =
  (paths: readonly Path[], zero: number) =>
  (path: Path, number: number): number =>
    paths.some((one) => one.join('.') === path.join('.')) ? zero : number;

/** What comes of reading: the scenario or the refusal. */
function outcomeOf<T>(read: () => T): T | string {
  try {
    return read();
  } catch (error) {
    return String(error);
  }
}

test('a scenario reads -0 as 0 in every field, as data and as YAML', () => {
  const fields = numbersIn(document);
  expect(readScenario(document, everything.name, { path: 'x.yaml' })).toEqual(everything);
  expect(fields.length).toBeGreaterThan(40);
  const read = (paths: readonly Path[], zero: number) =>
    outcomeOf(() => readScenario(replaced(document, zeroAt(paths, zero)), 'x', { path: 'x.yaml' }));
  for (const field of fields) expect(read([field], -0)).toEqual(read([field], 0));
  fc.assert(
    fc.property(someNumbers, (paths) => {
      expect(read(paths, -0)).toEqual(read(paths, 0));
    }),
  );
  const text = scenarioToYaml({ ...everything, context: { ...everything.context, turnover: 0 } });
  const at = { path: 'x.yaml', name: 'x' };
  for (const written of ['-0', '-0.0', '-0e3']) {
    const signed = text.replace('turnover: 0', `turnover: ${written}`);
    expect(signed).not.toBe(text);
    expect(parseScenario(signed, at)).toEqual(parseScenario(text, at));
  }
});

test('a setting of -0 is a setting of 0', () => {
  for (const path of numbersIn(document).map((keys) => keys.join('.'))) {
    const set = (zero: string) => outcomeOf(() => applySettings(everything, [`${path}=${zero}`]));
    const plain = set('0');
    if (typeof plain !== 'string') for (const zero of ['-0', '-0.0']) expect(set(zero)).toEqual(plain);
  }
});

test('a file of districts reads -0 as 0 in every column', () => {
  const header =
    'district,state,students,low-income share,schools,educators,English learners share,school,api,contract expiry';
  const cells = ['Alder', 'Here', '512', '0.25', '2', '40', '0.1', 'Oak', '600', '2013-01'];
  const column = fc.constantFrom<number[]>(2, 3, 4, 5, 6, 8);
  const zero = fc.constantFrom('-0', '-0.0', '-.0', '-0e5', '-0%');
  fc.assert(
    fc.property(fc.uniqueArray(column), zero, fc.boolean(), (columns, written, schools) => {
      const read = (text: string) => {
        const keep = (list: readonly string[]) =>
          schools ? list : list.filter((_, i) => i !== 7 && i !== 8);
        const row = cells.map((cell, index) => (columns.includes(index) ? text : cell));
        const csv = [keep(header.split(',')), keep(row), keep(cells.with(0, 'Birch').with(7, 'Elm'))];
        const result = parsePopulationCsv(csv.map((line) => line.join(',')).join('\n'), {
          path: 'p.csv',
          firstMonth: '2012-07',
        });
        return 'problems' in result
          ? result.problems.map(({ line, column: at, rule }) => [line, at, rule])
          : result;
      };
      expect(read(written)).toEqual(read(written.replace('-', '')));
    }),
  );
});

test('designs, factors and parameters read -0 as 0', () => {
  const design = (zero: string) =>
    parseSweepDesign(
      `title: T\nscenario: mep\ndesign: factorial\nfactors:\n  context.turnover: [${zero}, 1]\n` +
        `  context.mandatePressure: { low: ${zero}, high: 1 }\n`,
      'd.yaml',
    ).factors;
  expect(design('-0')).toEqual(design('0'));
  const factors = (zero: string) => parseFactors(`context.turnover=${zero}..2`, everything, '--factors');
  expect(factors('-0')).toEqual(factors('0'));
  expect(parseDistribution({ constant: -0 })).toEqual(parseDistribution({ constant: 0 }));
  expect(parseDistribution({ uniform: [-0, 1] })).toEqual(parseDistribution({ uniform: [0, 1] }));
});

test('the model itself takes -0 for 0, in every number of a scenario that no schema has read', () => {
  const population = smallPopulation(12);
  const kernel = createKernel(population);
  const run = (scenario: Scenario) => runReplicate(kernel, scenario);
  const { name: _, years: __, ...numbers } = everything;
  const fields = numbersIn({
    levers: numbers.levers,
    context: numbers.context,
    assumptions: numbers.assumptions,
  });
  for (const field of fields) {
    const zero = replaced(everything, zeroAt([field], 0));
    const before = outcomeOf(() => run(zero));
    expect(
      outcomeOf(() => run(replaced(everything, zeroAt([field], -0)))),
      field.join('.'),
    ).toEqual(before);
  }
});

test('no leader leaves at a turnover of -0, and the digest is that of 0', async () => {
  const still = (turnover: number): Scenario => ({
    ...everything,
    context: { ...everything.context, turnover },
  });
  const digest = async (scenario: Scenario) =>
    (
      await ensemble(
        { population: smallPopulation(12), scenarios: [scenario], seed: 's', replicates: 3 },
        inProcess(),
      )
    ).digest;
  expect(await digest(still(-0))).toBe(await digest(still(0)));
  expect(await digest(minus(still(0)))).toBe(await digest(still(0)));
  expect(await digest(still(1))).not.toBe(await digest(still(0)));
});
