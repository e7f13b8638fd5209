import { describe, expect, test } from 'vitest';
import {
  blockReplicates,
  cutBlocks,
  parseShard,
  planEnsemble,
  shardBlocks,
} from '../../engine/ensemble/index.js';
import { InputError } from '../../engine/input/index.js';
import { scenarioWith, tinyPopulation } from './ensemble-fake-kernel.js';

const replicatesIn = (blocks: readonly { firstReplicate: number; replicates: number }[]) =>
  blocks.flatMap(({ firstReplicate, replicates }) =>
    Array.from({ length: replicates }, (_, index) => firstReplicate + index),
  );

describe('blocks', () => {
  test.each([1, 24, 25, 26, 100, 1003])('hold each of %i replicates once, in order', (replicates) => {
    expect(replicatesIn(cutBlocks(replicates))).toEqual(Array.from({ length: replicates }, (_, r) => r));
  });

  test('do not move when there are more replicates', () => {
    expect(cutBlocks(1000).slice(0, 3)).toEqual(cutBlocks(3 * blockReplicates));
  });
});

describe('shards', () => {
  test.each([1, 2, 3, 7, 40])('of %i parts are the ensemble when put in order', (of) => {
    const all = cutBlocks(1000);
    const parts = Array.from({ length: of }, (_, index) => shardBlocks(all, { index: index + 1, of }));
    expect(parts.flat()).toEqual(all);
    const sizes = parts.map(({ length }) => length);
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
  });

  test('are refused when one would be empty', () => {
    expect(() => shardBlocks(cutBlocks(50), { index: 1, of: 3 })).toThrow(/use 2 shards or fewer/);
  });

  test('are read as I/N', () => {
    expect(parseShard('2/3')).toEqual({ index: 2, of: 3 });
  });

  test.each(['', '0/3', '4/3', '1/0', '-1/3', '1.5/3', '1/3/5', 'a/b', '1/99999999'])(
    '%j is refused',
    (text) => {
      expect(() => parseShard(text)).toThrow(InputError);
    },
  );
});

describe('a specification', () => {
  test('gives every problem at once', async () => {
    const scenarios = [scenarioWith('a', 0), scenarioWith('a', 1, { years: 2 })];
    const attempt = planEnsemble({ population: tinyPopulation, scenarios, seed: '', replicates: 0 });
    await expect(attempt).rejects.toThrow(InputError);
    const { problems } = (await attempt.catch((error: unknown) => error)) as InputError;
    expect(problems.map(({ path }) => path)).toEqual(['seed', 'replicates', 'scenarios', 'a: years']);
  });

  test.each([0, -1, 1.5, Number.NaN, Infinity, 1e9])('of %d replicates is refused', async (replicates) => {
    const scenarios = [scenarioWith('a', 0)];
    const spec = { population: tinyPopulation, scenarios, seed: 's', replicates };
    await expect(planEnsemble(spec)).rejects.toThrow(/replicates: .* must be a whole number/);
  });

  test('with different populations needs one for all', async () => {
    const scenarios = [scenarioWith('a', 0), scenarioWith('b', 0, { population: 'nation' })];
    await expect(planEnsemble({ scenarios, seed: 's', replicates: 1 })).rejects.toThrow(/b: population/);
    const plan = await planEnsemble({ scenarios, seed: 's', replicates: 1, population: tinyPopulation });
    expect(plan.scenarios.map(({ population }) => population)).toEqual(['tiny', 'tiny']);
  });
});
