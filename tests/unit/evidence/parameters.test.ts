import { describe, expect, test } from 'vitest';
import { InputError } from '../../../engine/input/index.js';
import {
  parameters,
  parameterValue,
  parseDistribution,
  parseParameters,
  priorQuantile,
  quantile,
  withAssumptions,
} from '../../../engine/evidence/index.js';

const whole = {
  id: 'someShare',
  label: 'Some share',
  unit: 'share',
  distribution: { beta: [2, 3] },
  support: [0, 1],
  source: { title: 'A report', where: 'Figure 1' },
  population: 'Districts',
  method: 'counted',
  status: 'reported',
  note: '',
};

function problemsOf(entry: unknown): string[] {
  return parseParameters('x.yaml', 'x', [entry]).problems.map(({ path, rule }) => `${path} ${rule}`);
}

describe('an entry of the evidence', () => {
  test('that is whole is read', () => {
    const { parameters: read, problems } = parseParameters('x.yaml', 'x', [whole]);
    expect(problems).toEqual([]);
    expect(read).toMatchObject([{ id: 'someShare', topic: 'x', distribution: { kind: 'beta', a: 2, b: 3 } }]);
  });

  test.each(Object.keys(whole))('is refused without %s, and the message names the field', (field) => {
    const entry = Object.fromEntries(Object.entries(whole).filter(([key]) => key !== field));
    const problems = problemsOf(entry);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`.${field} `);
  });

  test.each(['title', 'where'])('is refused without %s of its source', (field) => {
    const source = Object.fromEntries(Object.entries(whole.source).filter(([key]) => key !== field));
    expect(problemsOf({ ...whole, source }).join()).toContain(`someShare.source.${field}`);
  });

  test.each([
    ['an unknown field', { author: 'someone' }],
    ['an unknown status', { status: 'guessed' }],
    ['an empty label', { label: '' }],
    ['an id that is no camelCase name', { id: 'some-share' }],
    ['a support the wrong way round', { support: [1, 0] }],
    ['an unknown distribution', { distribution: { cauchy: [0, 1] } }],
    ['a distribution with too few numbers', { distribution: { beta: [2] } }],
    ['a distribution with a negative spread', { distribution: { normal: [0, -1] } }],
    ['two distributions', { distribution: { constant: 1, beta: [2, 3] } }],
  ])('is refused with %s', (_, change) => {
    expect(problemsOf({ ...whole, ...change })).not.toEqual([]);
  });

  test('shows all its problems at once', () => {
    expect(problemsOf({ ...whole, label: '', unit: '', status: 'guessed' })).toHaveLength(3);
  });

  test('is refused where the file is no list', () => {
    expect(parseParameters('x.yaml', 'x', { someShare: whole }).problems).toHaveLength(1);
  });
});

describe('the parameters', () => {
  test('are sorted by id, each once', () => {
    const ids = parameters.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort());
  });

  test('have priors whose middle lies in their support, and draws held inside', () => {
    const outside = parameters.filter((parameter) => {
      const [low, high] = parameter.support;
      const middle = quantile(parameter.distribution, 0.5);
      const ends = [priorQuantile(parameter, 1e-9), priorQuantile(parameter, 1 - 1e-9)];
      return middle < low || middle > high || ends.some((end) => end < low || end > high);
    });
    expect(outside.map(({ id }) => id)).toEqual([]);
  });

  test('without a source say so and are assumed', () => {
    const unsourced = parameters.filter(({ source }) => source.title.startsWith('None'));
    expect(unsourced.filter(({ status }) => status !== 'assumed' && status !== 'calibrated')).toEqual([]);
  });

  test('that a scenario holds replace single values; an unknown one is an error that names it', () => {
    const set = Float64Array.from(parameters, (_, index) => index);
    const held = withAssumptions(set, { relapseChance: 0.5 });
    expect(parameterValue(held, 'relapseChance')).toBe(0.5);
    expect([...held].filter((value, index) => value !== set[index])).toEqual([0.5]);
    expect(() => withAssumptions(set, { relapseChanse: 0.5 })).toThrow('assumptions.relapseChanse');
    expect(() => parameterValue(set, 'relapseChanse')).toThrow('relapseChanse');
  });
});

test.each([
  ['constant', { constant: 3 }, [3, 3, 3]],
  ['uniform', { uniform: [2, 4] }, [2.1, 3, 3.9]],
  ['normal', { normal: [1, 2] }, [1 - 2 * 1.644853627, 1, 1 + 2 * 1.644853627]],
  ['log-normal, by its 5, 50 and 95 percent points', { logNormal: [4, 2, 8] }, [2, 4, 8]],
  ['shifted log-normal', { shiftedLogNormal: [10, 4, 2, 8] }, [12, 14, 18]],
  ['Beta(1, 1), which is uniform', { beta: [1, 1] }, [0.05, 0.5, 0.95]],
  [
    'Beta(2, 1), whose distribution function is x squared',
    { beta: [2, 1] },
    [0.05, 0.5, 0.95].map(Math.sqrt),
  ],
])('quantiles of a prior: %s', (_, raw, expected) => {
  const distribution = parseDistribution(raw)!;
  [0.05, 0.5, 0.95].forEach((p, i) => expect(quantile(distribution, p)).toBeCloseTo(expected[i]!, 8));
});

test('problems of the evidence are input errors', () => {
  expect(new InputError(parseParameters('x.yaml', 'x', 'text').problems).message).toContain('x.yaml');
});
