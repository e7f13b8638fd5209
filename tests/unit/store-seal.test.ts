import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkSeal, checkSealed, sealDirectory, writeSealed } from '../../engine/node/store/index.js';
import { compareInto, freshPath } from './store-directory.js';

/** A sealed directory with a file in a folder. */
async function sealed(): Promise<string> {
  const directory = freshPath();
  mkdirSync(join(directory, 'inputs'), { recursive: true });
  writeFileSync(join(directory, 'inputs', 'ä b.yaml'), 'a: 1\n');
  await writeSealed(directory, { 'table.csv': 'x\n1\n', 'manifest.json': '{}\n' }, ['inputs/ä b.yaml']);
  return directory;
}

const read = (directory: string, name: string) => readFileSync(join(directory, name), 'utf8');

describe('a seal', () => {
  test('has a line for each file as `sha256sum -c` reads it', async () => {
    const directory = await sealed();
    const line = (name: string) =>
      `${createHash('sha256')
        .update(readFileSync(join(directory, name)))
        .digest('hex')}  ${name}\n`;
    const names = ['inputs/ä b.yaml', 'manifest.json', 'table.csv'];
    expect(read(directory, 'SHA256SUMS')).toBe(names.map(line).join(''));
    expect(await checkSeal(directory)).toEqual({ faults: [], extra: [] });
  });

  test('names every file that is not as it was, at once, with rule and remedy', async () => {
    const directory = await sealed();
    writeFileSync(join(directory, 'table.csv'), 'x\n2\n');
    rmSync(join(directory, 'inputs'), { recursive: true });
    const { faults } = await checkSeal(directory, ['summary.csv']);
    expect(faults.map(({ path, value }) => [path.slice(directory.length + 1), value])).toEqual([
      ['inputs/ä b.yaml', 'missing'],
      ['table.csv', 'changed'],
      ['summary.csv', 'not sealed'],
    ]);
    for (const { rule, remedy } of faults) expect([rule, remedy]).not.toContain('');
  });

  test.each([
    ['is missing', undefined, 'missing'],
    ['is empty', '', 'changed'],
    ['has a word too much', 'x\n', 'changed'],
  ])('that %s is a fault by itself', async (_, text, value) => {
    const directory = await sealed();
    const path = join(directory, 'SHA256SUMS');
    if (text === undefined) rmSync(path);
    else writeFileSync(path, text === '' ? '' : read(directory, 'SHA256SUMS') + text);
    const { faults } = await checkSeal(directory);
    expect(faults).toMatchObject([{ path, value }]);
  });

  test.each([
    ['before', { 'nowhere/x': '', 'manifest.json': '{"a":1}\n' }, '{}\n'],
    ['after', { 'manifest.json': '{"a":1}\n', 'nowhere/x': '' }, '{"a":1}\n'],
  ])('holds where a writer dies %s it has changed a file', async (_, files, manifest) => {
    const directory = await sealed();
    await expect(writeSealed(directory, files, ['table.csv'])).rejects.toThrow('nowhere');
    expect(read(directory, 'manifest.json')).toBe(manifest);
    expect(await checkSealed(directory, ['manifest.json', 'table.csv', 'inputs/ä b.yaml'])).toEqual([]);
    await writeSealed(directory, { 'manifest.json': '{"a":1}\n' }, ['table.csv']);
    expect(read(directory, 'SHA256SUMS').trimEnd().split('\n')).toHaveLength(2);
  });

  test('leaves what the user put there alone, and tells it', async () => {
    const directory = freshPath();
    await compareInto(directory);
    writeFileSync(join(directory, 'notes.partial-thesis.txt'), 'years of work');
    mkdirSync(join(directory, 'blocks'));
    writeFileSync(join(directory, 'blocks', 'notes.txt'), 'more of it');
    await compareInto(directory, {}, { resume: true });
    expect(read(directory, 'notes.partial-thesis.txt')).toBe('years of work');
    expect(read(directory, 'blocks/notes.txt')).toBe('more of it');
    expect((await checkSeal(directory)).extra).toEqual(['notes.partial-thesis.txt']);
  });

  test('is made of all that stands in a directory, but for what is at work', async () => {
    const directory = freshPath();
    await compareInto(directory);
    const before = read(directory, 'SHA256SUMS');
    for (const name of ['blocks', 'slurm-0123456789ab']) {
      mkdirSync(join(directory, name));
      writeFileSync(join(directory, name, '000000.block'), '');
    }
    for (const name of ['.accord-lock', 'summary.csv.partial-17']) writeFileSync(join(directory, name), '');
    await sealDirectory(directory);
    expect(read(directory, 'SHA256SUMS')).toBe(before);
    expect(readdirSync(directory)).toContain('.accord-lock');
  });
});

describe('a finished directory', () => {
  const names = ['summary.json', 'results.parquet', 'README.txt', 'a.yaml', 'codebook.csv', 'manifest.json'];

  test.each(names)('with one changed bit in %s is not gone on with', async (name) => {
    const directory = freshPath();
    await compareInto(directory);
    const bytes = readFileSync(join(directory, name));
    bytes[bytes.length >> 1]! ^= 1;
    writeFileSync(join(directory, name), bytes);
    await expect(compareInto(directory, {}, { resume: true })).rejects.toThrow(
      `${join(directory, name)}: 'changed' must have the SHA-256 in SHA256SUMS; restore it`,
    );
  });

  test('of a version that wrote no seal is refused, and told what is missing', async () => {
    const directory = freshPath();
    await compareInto(directory);
    rmSync(join(directory, 'SHA256SUMS'));
    await expect(compareInto(directory, {}, { resume: true })).rejects.toThrow(
      /SHA256SUMS: 'missing' must be there; restore it; a directory of a version that wrote none/,
    );
  });
});
