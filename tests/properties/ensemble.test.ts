import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compare,
  cutBlocks,
  ensemble,
  inProcess,
  memoryStore,
  planEnsemble,
  quantileNames,
  RunDigest,
  runBlock,
  shardBlocks,
  trajectoryOf,
  type EnsembleSpec,
} from '../../engine/ensemble/index.js';
import { outcomes } from '../../engine/model/outcomes/index.js';
import { loadPopulation } from '../../engine/population/index.js';
import { createKernel } from '../../engine/run.js';
import { loadScenario, type Scenario } from '../../engine/scenario/index.js';

/** The real district that is quickest to run, over two years. */
const short = (name: string): Scenario => ({ ...loadScenario(name), years: 2 });
const spec: EnsembleSpec = {
  population: 'abc-unified',
  scenarios: ['no-partnership', 'mep', 'six-levers'].map(short),
  seed: 'p',
  replicates: 60,
};
const whole = compare(spec, inProcess());

test('scenarios in one command share luck: adding a third changes neither', async () => {
  const [baseline, mep] = spec.scenarios;
  const two = await compare({ ...spec, scenarios: [baseline!, mep!] }, inProcess());
  const { scenarios, differences } = await whole;
  expect(two.scenarios).toEqual({ [baseline!.name]: scenarios[baseline!.name], mep: scenarios['mep'] });
  expect(two.differences['mep']).toEqual(differences['mep']);
});

test('a scenario alone has the bands and the digest that it has in a comparison', async () => {
  const alone = await ensemble({ ...spec, scenarios: [spec.scenarios[1]!] }, inProcess());
  const { outcomes: bands, digest } = (await whole).scenarios['mep']!;
  expect([alone.outcomes, alone.digest]).toEqual([bands, digest]);
});

test('a replicate run alone is the replicate of the ensemble', async () => {
  const plan = await planEnsemble({ ...spec, scenarios: [spec.scenarios[1]!] });
  const values = runBlock(createKernel(plan.population), plan, plan.blocks[1]!);
  const alone = await trajectoryOf(plan.scenarios[0]!, {
    population: plan.population,
    seed: 'p',
    replicate: 28,
  });
  const from = 3 * outcomes.length * plan.months;
  outcomes.forEach(({ id }, index) => {
    const series = values.slice(from + index * plan.months, from + (index + 1) * plan.months);
    expect(alone[id]).toEqual(series);
  });
});

test('shards in any number, computed in any order, have one digest', async () => {
  const population = await loadPopulation('abc-unified');
  const plan = await planEnsemble({ ...spec, population, replicates: 130 });
  const kernel = createKernel(population);
  const digestOf = async (blocks: typeof plan.blocks) => {
    const store = memoryStore(plan);
    for (const block of blocks) await store.put(block, runBlock(kernel, plan, block));
    return new RunDigest(plan, store).finish();
  };
  const expected = await digestOf(plan.blocks);
  const shards = fc.integer({ min: 1, max: 6 }).chain((of) =>
    fc.shuffledSubarray(
      Array.from({ length: of }, (_, index) => ({ index: index + 1, of })),
      { minLength: of, maxLength: of },
    ),
  );
  await fc.assert(
    fc.asyncProperty(shards, async (order) => {
      const blocks = order.flatMap((shard) => shardBlocks(cutBlocks(130), shard));
      expect(await digestOf(blocks)).toEqual(expected);
    }),
    { numRuns: 5 },
  );
});

test('another seed is another luck', async () => {
  const other = await compare({ ...spec, seed: 'q' }, inProcess());
  for (const [name, { digest }] of Object.entries((await whole).scenarios)) {
    expect(other.scenarios[name]!.digest).not.toBe(digest);
  }
});

test('a scenario against itself under another name differs in nothing', async () => {
  const mep = short('mep');
  const same = await compare({ ...spec, scenarios: [mep, { ...mep, name: 'twin' }] }, inProcess());
  expect(same.scenarios['twin']).toEqual(same.scenarios['mep']);
  for (const bands of Object.values(same.differences['twin']!)) {
    for (const name of ['mean', ...quantileNames] as const) {
      expect(bands[name].every((value) => value === 0)).toBe(true);
    }
    expect(bands.tied).toBe(1);
  }
});

describe('a document', () => {
  test('has every outcome in the order of its id, and a value for each month, the last included', async () => {
    const { months, scenarios, differences, baseline } = await whole;
    expect([months[0], months.at(-1), months.length]).toEqual([0, 24, 25]);
    expect(Object.keys(differences)).toEqual(Object.keys(scenarios).filter((name) => name !== baseline));
    const ids = outcomes.map(({ id }) => id);
    expect(ids).toEqual([...ids].sort());
    for (const { outcomes: bands, digest } of Object.values(scenarios)) {
      expect(Object.keys(bands)).toEqual(ids);
      expect(digest).toMatch(/^[0-9a-f]{64}$/);
      for (const band of Object.values(bands)) expect(band.mean).toHaveLength(25);
    }
  });

  test('is data that JSON keeps to the last bit', async () => {
    const document = await whole;
    expect(JSON.parse(JSON.stringify(document))).toEqual(document);
  });

  test('has shares of better and tied replicates that fit together', async () => {
    for (const bands of Object.values((await whole).differences['six-levers']!)) {
      expect(bands.tied).toBeGreaterThanOrEqual(0);
      expect((bands.better ?? 0) + bands.tied).toBeLessThanOrEqual(1);
    }
  });
});

describe('figures of a run under way', () => {
  test('come early, refine, and hold what the replicates so far give', async () => {
    const partials: { done: number; mean: number }[] = [];
    const document = await compare(spec, inProcess(), {
      partialOutcomes: ['cost'],
      onPartial({ done, total, scenarios, differences }) {
        expect(total).toBe(60);
        expect(Object.keys(scenarios['mep']!)).toEqual(['cost']);
        expect(Object.keys(differences)).toEqual(['mep', 'six-levers']);
        partials.push({ done, mean: scenarios['mep']!['cost']!.mean[24]! });
      },
    });
    const counts = partials.map(({ done }) => done);
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    for (const { done } of partials) expect(done).toBeLessThanOrEqual(60);
    expect(document.replicates).toBe(60);
  });

  test('progress counts every replicate once and ends at the total', async () => {
    const seen: number[] = [];
    await compare(spec, inProcess(), {
      onProgress({ done, total, blocks }) {
        seen.push(done);
        expect([total, blocks.total]).toEqual([60, 3]);
      },
    });
    expect(seen[0]).toBe(0);
    expect(seen.at(-1)).toBe(60);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
  });
});
