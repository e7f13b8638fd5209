import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { InputError } from '../../engine/input/index.js';
import { mergeDirectories, sealDirectory, StoreError } from '../../engine/node/store/index.js';
import { compareInto, filesOf, freshPath } from './store-directory.js';

const commandLine = 'accord-sim compare a b';

/** The directories of all shards. */
async function shardsOf(of: number, format: 'parquet' | 'csv' = 'parquet'): Promise<string[]> {
  const paths = Array.from({ length: of }, () => freshPath());
  for (const [index, path] of paths.entries()) {
    await compareInto(path, { shard: { index: index + 1, of } }, { format });
  }
  return paths;
}

describe('shards', () => {
  test.each([1, 2, 3, 5])('%i of them, merged in any order, are the whole run bit by bit', async (of) => {
    const [directory, whole] = [freshPath(), freshPath()];
    const document = await compareInto(whole);
    const merged = await mergeDirectories((await shardsOf(of)).reverse(), { directory, commandLine });
    expect(merged).toEqual(document);
    expect(filesOf(directory)).toEqual(filesOf(whole));
  });

  test('in CSV merge too, into either format', async () => {
    const [csv, parquet, whole] = [freshPath(), freshPath(), freshPath()];
    await compareInto(whole);
    const shards = await shardsOf(2, 'csv');
    await mergeDirectories(shards, { directory: csv, commandLine });
    await mergeDirectories(shards, { directory: parquet, commandLine, format: 'parquet' });
    expect(existsSync(join(csv, 'results.csv'))).toBe(true);
    expect(filesOf(parquet)).toEqual(filesOf(whole));
  });

  test('say that they are shards', async () => {
    const [first] = await shardsOf(2);
    const document = JSON.parse(readFileSync(join(first!, 'summary.json'), 'utf8')) as object;
    expect(document).toMatchObject({ replicates: 110, shard: { index: 1, of: 2, replicates: 50 } });
    expect(readFileSync(join(first!, 'README.txt'), 'utf8')).toContain('shard 1 of 2');
  });
});

describe('a merge is refused, and nothing written,', () => {
  const refuse = async (paths: readonly string[], words: RegExp) => {
    const directory = freshPath();
    const attempt = mergeDirectories(paths, { directory, commandLine });
    await expect(attempt).rejects.toThrow(words);
    expect(existsSync(directory)).toBe(false);
    return attempt.catch((error: unknown) => error);
  };

  test('when a shard is missing', async () => {
    const [one, , three] = await shardsOf(3);
    expect(await refuse([one!, three!], /merge: '2\/3' must be among the directories/)).toBeInstanceOf(
      InputError,
    );
  });

  test('when a shard is given twice', async () => {
    const [one, two] = await shardsOf(2);
    await refuse([one!, two!, one!], /'1\/2' must be given once/);
  });

  test('when a shard is unfinished', async () => {
    const [one, two] = [freshPath(), freshPath()];
    await compareInto(one, { shard: { index: 1, of: 2 } });
    const controller = new AbortController();
    const attempt = compareInto(
      two,
      { shard: { index: 2, of: 2 } },
      {
        signal: controller.signal,
        onProgress: ({ blocks }) => blocks.done > 0 && controller.abort(),
      },
    );
    await expect(attempt).rejects.toThrow(/abort/i);
    await refuse([one, two], /'2\/2' must be complete; finish it with --resume/);
  });

  test('when a shard is of another run', async () => {
    const [one, two] = [freshPath(), freshPath()];
    await compareInto(one, { shard: { index: 1, of: 2 } });
    await compareInto(two, { shard: { index: 2, of: 2 }, seed: 'y' });
    await refuse([one, two], /seed = 'y' must be x as in /);
  });

  test('when it is no shard, no directory or none at all', async () => {
    const whole = freshPath();
    await compareInto(whole);
    await refuse([whole], /must be a shard; it needs no merging/);
    await refuse([join(whole, 'nowhere')], /must exist/);
    await refuse([join(whole, 'README.txt')], /must be a directory/);
    await refuse([], /at least one directory/);
  });

  test('when the results of a shard are others than those that its manifest tells of', async () => {
    const [one, two] = await shardsOf(2, 'csv');
    const path = join(two!, 'results.csv');
    const text = readFileSync(path, 'utf8');
    writeFileSync(
      path,
      text.replace(/\d(?=\n$)/, (digit) => String((Number(digit) + 1) % 10)),
    );
    expect(readFileSync(path, 'utf8')).not.toBe(text);
    await refuse([one!, two!], /results\.csv: 'changed' must have the SHA-256/);
    await sealDirectory(two!);
    await refuse([one!, two!], /the results of b must have the digest of the manifest; run the shard again/);
  });

  test('when the results of a shard are damaged', async () => {
    const [one, two] = await shardsOf(2);
    const path = join(two!, 'results.parquet');
    writeFileSync(path, readFileSync(path).subarray(0, -100));
    expect(await refuse([one!, two!], /results.parquet: 'changed' must/)).toBeInstanceOf(InputError);
    await sealDirectory(two!);
    expect(await refuse([one!, two!], /results.parquet/)).toBeInstanceOf(StoreError);
  });
});
