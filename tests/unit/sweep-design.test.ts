import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseSweepDesign, planSweep, type SweepPlan } from '../../engine/analysis/index.js';
import { loadScenario } from '../../engine/scenario/index.js';

const folder = new URL('../../scenarios/designs/', import.meta.url);
const scenario = loadScenario('mep');
const planOf = (text: string, seed = 'a'): SweepPlan =>
  planSweep(parseSweepDesign(text, 'd.yaml'), scenario, seed);
const headed = (text: string): string => `title: A\nscenario: mep\n${text}`;

test.each(readdirSync(folder))('the design %s that comes with the project can be run', (name) => {
  const design = parseSweepDesign(readFileSync(new URL(name, folder), 'utf8'), name);
  const plan = planSweep(design, loadScenario(design.scenario), 'a');
  expect(plan.points.length).toBeGreaterThan(1);
});

describe('a factorial design', () => {
  const plan = planOf(
    headed(`design: factorial
factors:
  levers.research: [none, mep, double]
  levers.conferences.perYear: [0, 1.5, 3, 4]
  assumptions.causalShare:
`),
  );

  test('has every combination once, in running order and in its own', () => {
    expect(plan.points).toHaveLength(3 * 4 * 3);
    expect(new Set(plan.points.map((point) => point.join()))).toHaveProperty('size', 36);
    expect([...plan.order].sort((a, b) => a - b)).toEqual([...plan.points.keys()]);
  });

  test('covers every level of every factor after a third of the runs', () => {
    const part = [...plan.order.slice(0, 12)].map((run) => plan.points[run]!);
    for (const [index, factor] of plan.factors.entries()) {
      expect(new Set(part.map((point) => point[index]))).toEqual(new Set(factor.levels));
    }
  });

  test('takes the ends and the middle of a range', () => {
    expect(plan.factors[2]!.levels).toEqual([0, 0.5, 1]);
  });

  test.each([
    ['low: .1, high: .5', [0.1, 0.3, 0.5]],
    ['low: 0, high: 1, levels: 11', [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]],
    ['low: 1.0e-7, high: .7, levels: 2', [1e-7, 0.7]],
    ['low: 0, high: .1, levels: 4', [0, 1 / 30, 2 / 30, 0.1]],
  ])('takes the exact decimals of { %s }', (range, levels) => {
    const { factors } = planOf(
      headed(`design: factorial\nfactors:\n  assumptions.causalShare: { ${range} }\n`),
    );
    expect(factors[0]!.levels).toEqual(levels);
  });
});

test('a one-at-a-time design runs the scenario itself first, then changes one factor in each run', () => {
  const plan = planOf(
    headed(
      'design: one-at-a-time\nfactors:\n  levers.research.programmes: [0, 2]\n  context.turnover: { low: 0.5, high: 2 }\n',
    ),
  );
  expect(plan.points).toEqual([
    [null, null],
    [0, null],
    [2, null],
    [null, 0.5],
    [null, 2],
  ]);
  expect(plan.order[0]).toBe(0);
});

test('a longer Sobol design begins with the shorter one', () => {
  const sobol = (runs: number): SweepPlan =>
    planOf(
      headed(
        `design: sobol\nruns: ${runs}\nfactors: { assumptions.causalShare: , levers.research: [none, mep] }\n`,
      ),
    );
  expect(sobol(20).points.slice(0, 12)).toEqual(sobol(12).points);
});

test('a Latin hypercube has one point in each slice of a range', () => {
  const { points } = planOf(
    headed('design: latin-hypercube\nruns: 10\nfactors:\n  assumptions.causalShare: { low: 0, high: 1 }\n'),
  );
  expect(points.map(([share]) => Math.floor(10 * Number(share))).sort()).toEqual([
    0, 1, 2, 3, 4, 5, 6, 7, 8, 9,
  ]);
});

test('a timing is whole months, and one of all levers is one factor', () => {
  const { points, factors } = planOf(
    headed('design: sobol\nruns: 9\nfactors:\n  timing.from: { low: 0, high: 60 }\n'),
  );
  expect(factors).toHaveLength(1);
  for (const [month] of points) expect(Number.isInteger(month)).toBe(true);
});

test.each([
  [
    'an unknown field',
    'design: sobol\nruns: 3\nfactor: 1\nfactors: { package: [mep] }',
    "d.yaml:5: 'factor' must be a field of a sweep design; did you mean factors?",
  ],
  [
    'an unknown design',
    'design: grid\nfactors: { package: [mep] }',
    "d.yaml:3: design = 'grid' must be one of factorial",
  ],
  [
    'no runs',
    'design: sobol\nfactors: { package: [mep] }',
    'runs = \'\' must be given for a sobol design; add a line "runs: 200"',
  ],
  [
    'runs where they follow',
    'design: factorial\nruns: 3\nfactors: { package: [mep] }',
    'd.yaml:4: runs = 3 must not be given',
  ],
  [
    'no factor',
    'design: factorial\nfactors: {}',
    "d.yaml:4: factors = 'a group of fields' must name at least one factor",
  ],
  [
    'an unknown factor',
    'design: factorial\nfactors:\n  assumptions.apiPersistance: [0.1]',
    "d.yaml:5: factors.assumptions.apiPersistance = 'assumptions.apiPersistance' must be the address of a factor; did you mean assumptions.apiPersistence?",
  ],
  [
    'a level beyond the limits',
    'design: factorial\nfactors:\n  levers.conferences.perYear: [0, 33]',
    'd.yaml:5: factors.levers.conferences.perYear = 33 must be between 0 and 12',
  ],
  [
    'a range beyond the limits',
    'design: factorial\nfactors:\n  context.turnover: { low: 1, high: 9 }',
    'd.yaml:5: factors.context.turnover = 1..9 must be LOW..HIGH within 0 and 5',
  ],
  [
    'an unknown word',
    'design: factorial\nfactors:\n  levers.research: [nothing]',
    "d.yaml:5: factors.levers.research = 'nothing' must be none, mep, double",
  ],
  [
    'a range of words',
    'design: sobol\nruns: 3\nfactors:\n  levers.research:',
    'must be the address of a factor',
  ],
  [
    'a level given twice',
    'design: factorial\nfactors:\n  context.turnover: [1, 1]',
    'must name each value once',
  ],
])('%s is refused with its line', (_, text, words) => {
  expect(() => planOf(headed(text))).toThrow(words);
});

test('a design of too many combinations is refused before it is made', () => {
  const factors = ['causalShare', 'mediatedShare', 'grantHolds'].map(
    (id) => `  assumptions.${id}: { low: 0, high: 1, levels: 1000 }\n`,
  );
  expect(() => planOf(headed(`design: factorial\nfactors:\n${factors.join('')}`))).toThrow(
    "d.yaml:4: factors = '1,000,000,000 combinations' must make at most 1,000,000 combinations",
  );
});
