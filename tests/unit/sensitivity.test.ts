import { describe, expect, test } from 'vitest';
import {
  parseFactors,
  respond,
  screenFactors,
  sensitivity,
  type SensitivitySpec,
} from '../../engine/analysis/index.js';
import { ReplicateError } from '../../engine/ensemble/index.js';
import { tinyPopulation } from './ensemble-fake-kernel.js';
import { type MadeUp, madeUpWorld, oneYear } from './study-kernel.js';

const scenario = oneYear('mep');
const list =
  'levers.conferences.perYear=0..4,assumptions.causalShare,assumptions.apiPersistence=0..0.8,context.turnover=0..2';
const spec: SensitivitySpec = {
  scenario,
  population: tinyPopulation,
  seed: 'a',
  replicates: 3,
  outcomes: ['lasting', 'dcp'],
  factors: parseFactors(list, scenario, '--factors'),
  method: 'morris',
  samples: 6,
};

/** Three units a conference, a product of two assumptions, and luck that is the same in all points. */
const formulas = {
  lasting: ({ lever, parameter, luck }: MadeUp) =>
    3 * lever('conferences', 'perYear') + 10 * parameter('causalShare') * parameter('apiPersistence') + luck,
};
const world = madeUpWorld(formulas);

describe('Morris screening', () => {
  test('finds effects in the unit of the outcome for a move across the whole range', async () => {
    const { document, points } = await sensitivity(spec, world);
    expect(points).toHaveLength(6 * 5);
    const { result } = document.outcomes['lasting']!;
    if (result.kind !== 'morris') throw new Error('expected Morris effects');
    const { mu, muStar, sigma } = result.effects['levers.conferences.perYear']!;
    expect(mu.value).toBeCloseTo(12, 10);
    expect(muStar.low).toBeCloseTo(12, 10);
    expect(sigma.value).toBeCloseTo(0, 10);
    const product = result.effects['assumptions.causalShare']!;
    expect(product.muStar.value).toBeGreaterThan(0);
    expect(product.sigma.value).toBeGreaterThan(0);
    expect(product.muStar.high).toBeLessThanOrEqual(8);
  });

  test('gives zeros for a factor without effect and for an outcome that never changes', async () => {
    const { document } = await sensitivity(spec, world);
    const zero = { value: 0, low: 0, high: 0, standardError: 0 };
    for (const [outcome, address] of [
      ['lasting', 'context.turnover'],
      ['dcp', 'levers.conferences.perYear'],
    ] as const) {
      const { result } = document.outcomes[outcome]!;
      expect(result.kind === 'morris' && result.effects[address]).toEqual({
        mu: zero,
        muStar: zero,
        sigma: zero,
      });
    }
  });

  test('gives the same document again, and the same effects with one more outcome', async () => {
    const first = await sensitivity(spec, world);
    expect(await sensitivity(spec, world)).toEqual(first);
    const more = await sensitivity({ ...spec, outcomes: ['lasting', 'dcp', 'aware'] }, world);
    expect(more.document.outcomes['lasting']).toEqual(first.document.outcomes['lasting']);
  });
});

test('Sobol shares of a sum and a product come near those in closed form', async () => {
  const { document } = await sensitivity({ ...spec, method: 'sobol', samples: 256 }, world);
  const { result } = document.outcomes['lasting']!;
  if (result.kind !== 'sobol') throw new Error('expected Sobol shares');
  // Variances of 12u; of 8vw: 64 (1/9 - 1/16), of which 64/48 belong to each factor alone.
  const [alone, product] = [144 / 12, 64 * (1 / 9 - 1 / 16)];
  const variance = alone + product;
  expect(result.variance / variance).toBeCloseTo(1, 1);
  expect(result.shares['levers.conferences.perYear']!.total.value).toBeCloseTo(alone / variance, 1);
  expect(result.shares['assumptions.causalShare']!.first.value).toBeCloseTo(64 / 48 / variance, 1);
  const pair = result.pairs.find(({ a, b }) => a.endsWith('causalShare') && b.endsWith('apiPersistence'));
  expect(pair?.value).toBeCloseTo((product - 2 * (64 / 48)) / variance, 1);
});

test('a screening keeps what matters, the most important first', async () => {
  const kept = await screenFactors(spec, 2, [], world);
  expect(kept[0]!.address).toBe('levers.conferences.perYear');
  expect(kept).toHaveLength(2);
  expect(kept.map(({ address }) => address)).not.toContain('context.turnover');
  const three = await screenFactors(spec, 3, ['context.turnover'], world);
  expect(three.map(({ address }) => address)).toEqual([
    ...kept.map(({ address }) => address),
    'context.turnover',
  ]);
});

test('a point that fails is named: indices need them all', async () => {
  const failing = madeUpWorld({}, ({ name }) => {
    if (name === 'point 7') throw new Error('boom');
  });
  await expect(sensitivity(spec, failing)).rejects.toThrow(/point 7 of the design: replicate 0: .*boom/);
});

describe('responses', () => {
  const ask = { population: tinyPopulation, seed: 'a', replicates: 30, outcomes: ['lasting'] };
  const scenarios = Array.from({ length: 20 }, (_, index) => ({
    ...scenario,
    name: `s${index}`,
    assumptions: { causalShare: index / 20 },
  }));
  const at = (index: number) => scenarios[index]!;

  test('of others are the same where one fails', async () => {
    const whole = await respond(20, at, ask, world);
    const failing = madeUpWorld(formulas, ({ name }, replicate) => {
      if (name === 's5' && replicate === 27) throw new ReplicateError(27, 'boom');
    });
    const rest = await respond(20, at, ask, failing);
    expect(rest[5]).toMatchObject({ kind: 'failed', error: expect.stringContaining('boom') as string });
    expect(rest.toSpliced(5, 1)).toEqual(whole.toSpliced(5, 1));
  });

  test('of later replicates are those of a longer run', async () => {
    const [long] = await respond(1, at, ask, world);
    const [late] = await respond(1, at, { ...ask, replicates: 10, firstReplicate: 20 }, world);
    if (long?.kind !== 'done' || late?.kind !== 'done') throw new Error('expected values');
    expect(late.values[0]).toEqual(long.values[0]!.slice(20));
  });

  test('stop at a cancel', async () => {
    const controller = new AbortController();
    const hooks = { signal: controller.signal, onProgress: () => controller.abort(new Error('enough')) };
    await expect(respond(20, at, ask, world, hooks)).rejects.toThrow('enough');
  });
});
