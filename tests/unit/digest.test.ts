import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import {
  digestNumbers,
  hashEvidence,
  hashPopulation,
  memoryStore,
  planEnsemble,
  RunDigest,
  runBlock,
  worldLength,
} from '../../engine/ensemble/index.js';
import { fakeKernel, scenarioWith, tinyPopulation } from './ensemble-fake-kernel.js';

test('a digest is the SHA-256 of little-endian float64', () => {
  const bytes = Buffer.alloc(24);
  [1, -0.5, 1e300].forEach((value, index) => bytes.writeDoubleLE(value, 8 * index));
  const expected = createHash('sha256').update(bytes).digest('hex');
  expect(digestNumbers(Float64Array.of(1, -0.5, 1e300))).toBe(expected);
  expect(digestNumbers(Float64Array.of(1, -0.5, 1e300), () => createHash('sha256'))).toBe(expected);
});

test('it does not depend on the order in which blocks come', async () => {
  const scenarios = [scenarioWith('a', 0), scenarioWith('b', 5)];
  const plan = await planEnsemble({ population: tinyPopulation, scenarios, seed: 'x', replicates: 90 });
  const kernel = fakeKernel(tinyPopulation);
  const whole = runBlock(kernel, plan, { index: 0, firstReplicate: 0, replicates: 90 });
  const length = worldLength(plan.months);
  const expected = [0, 1].map((scenario) =>
    digestNumbers(
      Float64Array.from(
        Array.from({ length: 90 }, (_, r) => [
          ...whole.subarray((2 * r + scenario) * length, (2 * r + scenario + 1) * length),
        ]).flat(),
      ),
    ),
  );
  for (const order of [plan.blocks, [...plan.blocks].reverse(), [2, 0, 3, 1].map((i) => plan.blocks[i]!)]) {
    const store = memoryStore(plan);
    const digest = new RunDigest(plan, store);
    for (const block of order) {
      await store.put(block, runBlock(kernel, plan, block));
      await digest.advance();
    }
    expect(await digest.finish()).toEqual(expected);
  }
});

test('there is none while a block is missing', async () => {
  const plan = await planEnsemble({
    population: tinyPopulation,
    scenarios: [scenarioWith('a', 0)],
    seed: 'x',
    replicates: 50,
  });
  const store = memoryStore(plan);
  await store.put(plan.blocks[1]!, runBlock(fakeKernel(tinyPopulation), plan, plan.blocks[1]!));
  await expect(new RunDigest(plan, store).finish()).rejects.toThrow('block 0 must be computed');
});

test('the hash of a population changes with any of its data, and not with what it is called', () => {
  const hash = hashPopulation(tinyPopulation);
  const { districts } = tinyPopulation;
  const richer = { ...tinyPopulation, districts: { ...districts, lowIncome: Float64Array.of(0.4) } };
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  expect(hashPopulation({ ...tinyPopulation })).toBe(hash);
  expect(hashPopulation({ ...tinyPopulation, id: 'x', title: 'X', source: './x.csv' })).toBe(hash);
  expect(hashPopulation(richer)).not.toBe(hash);
  expect(hashPopulation({ ...tinyPopulation, regions: ['Elsewhere'] })).not.toBe(hash);
});

test('the evidence has one hash', () => {
  expect(hashEvidence()).toBe(hashEvidence());
});
