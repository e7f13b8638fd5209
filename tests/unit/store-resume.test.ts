import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compare, inProcess, planEnsemble, type EnsembleSpec } from '../../engine/ensemble/index.js';
import { InputError } from '../../engine/input/index.js';
import { openStore, sealDirectory } from '../../engine/node/store/index.js';
import { fakeKernel, scenarioWith, tinyPopulation } from './ensemble-fake-kernel.js';
import { compareInto, filesOf, freshPath, spec } from './store-directory.js';

/** Compares into a directory and stops after some blocks, as Ctrl-C does. */
async function interruptedAfter(blocks: number, directory = freshPath()): Promise<string> {
  const controller = new AbortController();
  const attempt = compareInto(
    directory,
    {},
    {
      signal: controller.signal,
      onProgress: (progress) => progress.blocks.done >= blocks && controller.abort(),
    },
  );
  await expect(attempt).rejects.toThrow(/abort/i);
  return directory;
}

/** Goes on, and gives the replicates that were computed. */
async function resume(directory: string, changes: Partial<EnsembleSpec> = {}): Promise<number[]> {
  const changed = { ...spec, ...changes };
  const computed: number[] = [];
  const plan = await planEnsemble(changed);
  const store = await openStore(plan, {
    directory,
    kind: 'compare',
    commandLine: 'other words',
    resume: true,
  });
  const counting: typeof fakeKernel = (population) => {
    const kernel = fakeKernel(population);
    return {
      run(scenario, parameters, root, replicate, out) {
        if (!computed.includes(replicate)) computed.push(replicate);
        kernel.run(scenario, parameters, root, replicate, out);
      },
    };
  };
  await compare(changed, inProcess(counting), { store });
  store.close();
  return computed;
}

const whole = async () => {
  const directory = freshPath();
  await compareInto(directory);
  return filesOf(directory);
};

describe('an interrupted run', () => {
  test('keeps its blocks and nothing that looks like a result', async () => {
    const directory = await interruptedAfter(3);
    expect(readdirSync(directory).sort()).toEqual(['SHA256SUMS', 'blocks', 'manifest.json']);
    expect(readdirSync(join(directory, 'blocks'))).toHaveLength(3);
  });

  test.each([0, 1, 3, 5])(
    'after %i blocks goes on with the others and ends in the same files',
    async (blocks) => {
      const directory = await interruptedAfter(blocks);
      const computed = await resume(directory);
      expect(computed).toEqual(Array.from({ length: 110 - 25 * blocks }, (_, index) => 25 * blocks + index));
      expect(filesOf(directory)).toEqual(await whole());
    },
  );

  test('may be interrupted again and again', async () => {
    const directory = freshPath();
    await interruptedAfter(2, directory);
    const controller = new AbortController();
    const again = compareInto(
      directory,
      {},
      {
        resume: true,
        signal: controller.signal,
        onProgress: ({ blocks }) => blocks.done >= 4 && controller.abort(),
      },
    );
    await expect(again).rejects.toThrow(/abort/i);
    expect(await resume(directory)).toHaveLength(110 - 4 * 25);
    expect(filesOf(directory)).toEqual(await whole());
  });
});

describe('whatever a crash leaves behind', () => {
  const block = (directory: string, index: number) => join(directory, 'blocks', `00000${index}.block`);

  test.each<[string, (directory: string) => void]>([
    ['a block cut short', (directory) => truncateSync(block(directory, 1), 5000)],
    ['an empty block', (directory) => truncateSync(block(directory, 1), 0)],
    ['a block under the wrong number', (directory) => copyFileSync(block(directory, 0), block(directory, 1))],
    [
      'a block with one wrong bit',
      (directory) => {
        const bytes = readFileSync(block(directory, 1));
        bytes[9000]! ^= 1;
        writeFileSync(block(directory, 1), bytes);
      },
    ],
  ])('%s is computed again', async (_, damage) => {
    const directory = await interruptedAfter(3);
    damage(directory);
    const computed = await resume(directory);
    expect(computed.slice(0, 25)).toEqual(Array.from({ length: 25 }, (__, index) => 25 + index));
    expect(computed).toHaveLength(110 - 50);
    expect(filesOf(directory)).toEqual(await whole());
  });

  test('a block of another run is computed again', async () => {
    const [directory, other] = [await interruptedAfter(3), freshPath()];
    const controller = new AbortController();
    const attempt = compareInto(
      other,
      { seed: 'y' },
      {
        signal: controller.signal,
        onProgress: ({ blocks }) => blocks.done >= 3 && controller.abort(),
      },
    );
    await expect(attempt).rejects.toThrow(/abort/i);
    copyFileSync(block(other, 1), block(directory, 1));
    expect((await resume(directory)).slice(0, 25)).toEqual(
      Array.from({ length: 25 }, (_, index) => 25 + index),
    );
    expect(filesOf(directory)).toEqual(await whole());
  });

  test('half-written files are deleted', async () => {
    const directory = await interruptedAfter(2);
    writeFileSync(join(directory, 'results.parquet.partial-123'), 'PAR1');
    writeFileSync(join(directory, 'blocks', '000007.block.partial-123'), 'ACC');
    await resume(directory);
    expect(filesOf(directory)).toEqual(await whole());
  });

  test('a directory without a manifest yet is begun', async () => {
    const directory = freshPath();
    mkdirSync(directory);
    expect(await resume(directory)).toHaveLength(110);
  });

  test('blocks that were not deleted in time are deleted', async () => {
    const directory = await interruptedAfter(5);
    const blocks = freshPath('blocks');
    cpSync(join(directory, 'blocks'), blocks, { recursive: true });
    await resume(directory);
    cpSync(blocks, join(directory, 'blocks'), { recursive: true });
    expect(await resume(directory)).toEqual([]);
    expect(existsSync(join(directory, 'blocks'))).toBe(false);
  });
});

describe('a finished run', () => {
  test('computes nothing again and gives the same document', async () => {
    const directory = freshPath();
    const document = await compareInto(directory);
    const before = filesOf(directory);
    expect(await resume(directory)).toEqual([]);
    expect(await compareInto(directory, {}, { resume: true })).toEqual(document);
    expect(filesOf(directory)).toEqual(before);
  });

  test('of which a result was deleted is made again', async () => {
    const directory = freshPath();
    await compareInto(directory);
    const before = filesOf(directory);
    rmSync(join(directory, 'summary.csv'));
    expect(await resume(directory)).toHaveLength(110);
    expect(filesOf(directory)).toEqual(before);
  });
});

describe('another run is refused with the difference, field by field', () => {
  const [a, b] = spec.scenarios;
  test.each<[Partial<EnsembleSpec>, RegExp]>([
    [{ seed: 'y' }, /manifest.json: seed = 'x' must be y as in this command/],
    [{ replicates: 300 }, /manifest.json: replicates = 110 must be 300/],
    [{ shard: { index: 1, of: 2 } }, /shard = 'null' must be /],
    [{ scenarios: [a!, scenarioWith('b', 6)] }, /scenarios.b.levers.incentives.values.dollars = 5 must be 6/],
    [{ scenarios: [a!, b!, scenarioWith('c', 7)] }, /scenarios.c = 'nothing' must be /],
    [
      { scenarios: [a!, { ...b!, assumptions: { apiPersistence: 0.3 } }] },
      /scenarios.b.assumptions.apiPersistence/,
    ],
    [
      { population: { ...tinyPopulation, regions: ['Elsewhere'] } },
      /population.hash = '[0-9a-f]{10}.* must be [0-9a-f]{64} as/,
    ],
  ])('%#', async (changes, words) => {
    const directory = await interruptedAfter(2);
    const before = filesOf(directory);
    const attempt = compareInto(directory, changes, { resume: true });
    await expect(attempt).rejects.toThrow(InputError);
    await expect(attempt).rejects.toThrow(words);
    expect(filesOf(directory)).toEqual(before);
  });

  test('a directory of another version', async () => {
    const directory = await interruptedAfter(2);
    const path = join(directory, 'manifest.json');
    writeFileSync(path, readFileSync(path, 'utf8').replace(/"accord": "[^"]*"/, '"accord": "0.0.1"'));
    await sealDirectory(directory);
    await expect(compareInto(directory, {}, { resume: true })).rejects.toThrow(/accord = 0.0.1 must be/);
  });
});
