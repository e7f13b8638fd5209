import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { commit, compare, ensemble, inProcess, planEnsemble } from '../../engine/ensemble/index.js';
import { InputError } from '../../engine/input/index.js';
import { outcomes } from '../../engine/model/outcomes/index.js';
import { resultColumns } from '../../engine/output/index.js';
import { openStore, readManifest, readResults, StoreError } from '../../engine/node/store/index.js';
import { writeAtomic } from '../../engine/node/store/atomic-file.js';
import { parseScenario } from '../../engine/scenario/index.js';
import { fakeKernel } from './ensemble-fake-kernel.js';
import { compareInto, filesOf, freshPath, spec } from './store-directory.js';

describe('an output directory', () => {
  test('gives the same document as memory and holds exactly the promised files', async () => {
    const directory = freshPath();
    const document = await compareInto(directory);
    expect(document).toEqual(await compare(spec, inProcess(fakeKernel)));
    expect(readdirSync(directory).sort()).toEqual([
      'README.txt',
      'SHA256SUMS',
      'a.yaml',
      'b.yaml',
      'codebook.csv',
      'manifest.json',
      'results.parquet',
      'summary.csv',
      'summary.json',
    ]);
    expect(JSON.parse(readFileSync(join(directory, 'summary.json'), 'utf8'))).toEqual(document);
  });

  test('is the same bytes however often it is made', async () => {
    const [one, two] = [freshPath(), freshPath()];
    await compareInto(one);
    await compareInto(two);
    expect(filesOf(two)).toEqual(filesOf(one));
  });

  test('holds a row for each replicate, scenario and month, to the last bit', async () => {
    const directory = freshPath();
    const document = await compareInto(directory);
    const file = await asyncBufferFromFile(join(directory, 'results.parquet'));
    const rows = await parquetReadObjects({ file });
    expect(rows).toHaveLength(110 * 2 * 13);
    expect(Object.keys(rows[0]!)).toEqual(resultColumns);
    const last = rows.filter(({ scenario, month }) => scenario === 'b' && month === 12);
    expect(last.map(({ replicate }) => replicate as number)).toEqual([...Array(110).keys()]);
    const mean = last.reduce((sum, { cost }) => sum + (cost as number), 0) / 110;
    expect(mean).toBeCloseTo(document.scenarios['b']!.outcomes['cost']!.mean[12]!, 9);
  });

  test('as CSV holds the same numbers as Parquet', async () => {
    const [parquet, csv] = [freshPath(), freshPath()];
    await compareInto(parquet);
    await compareInto(csv, {}, { format: 'csv' });
    const plan = await planEnsemble(spec);
    const read = async (directory: string, format: 'parquet' | 'csv') => {
      const blocks: Float64Array[] = [];
      for await (const { values } of readResults(directory, plan, format)) blocks.push(values);
      return blocks;
    };
    expect(await read(csv, 'csv')).toEqual(await read(parquet, 'parquet'));
  });

  test('writes large results in several groups of whole blocks', async () => {
    const directory = freshPath();
    await compareInto(directory, { replicates: 925 });
    const file = await asyncBufferFromFile(join(directory, 'results.parquet'));
    const { row_groups: groups } = await parquetMetadataAsync(file);
    expect(groups.length).toBeGreaterThan(1);
    for (const group of groups.slice(0, -1)) expect(Number(group.num_rows) % (25 * 2 * 13)).toBe(0);
  });

  test('has a summary with every band, a codebook of every column and the scenarios as run', async () => {
    const directory = freshPath();
    const document = await compareInto(directory);
    const table = (name: string) =>
      Papa.parse<Record<string, string>>(readFileSync(join(directory, name), 'utf8').trim(), { header: true })
        .data;
    const summary = table('summary.csv');
    expect(summary).toHaveLength(3 * outcomes.length * 13);
    const row = summary.find(
      (r) => r['scenario'] === 'b' && r['versus'] === 'a' && r['outcome'] === 'api' && r['month'] === '12',
    );
    const difference = document.differences['b']!['api']!;
    expect([row!['q50'], row!['better'], row!['tied']].map(Number)).toEqual([
      difference.q50[12],
      difference.better,
      difference.tied,
    ]);
    expect(table('codebook.csv').map(({ column }) => column)).toEqual(resultColumns);
    const second = readFileSync(join(directory, 'b.yaml'), 'utf8');
    expect(
      parseScenario(second.replace('population: tiny', 'population: nation'), {
        path: 'b.yaml',
        name: 'b',
      }).levers,
    ).toEqual(spec.scenarios[1]!.levers);
  });

  test('says who made it, from what, and how to make it again', async () => {
    const directory = freshPath();
    const document = await compareInto(
      directory,
      {},
      { commandLine: 'accord-sim compare a b --out=/tmp/x --resume --json' },
    );
    const manifest = await readManifest(directory);
    expect(manifest).toMatchObject({
      status: 'complete',
      kind: 'compare',
      seed: 'x',
      replicates: 110,
      commit,
      reproduce: 'accord-sim compare a b --out DIR',
      digests: { a: document.scenarios['a']!.digest, b: document.scenarios['b']!.digest },
    });
    expect(manifest.population.hash).toMatch(/^[0-9a-f]{64}$/);
    const readme = readFileSync(join(directory, 'README.txt'), 'utf8');
    expect(readme).toContain('  accord-sim compare a b --out DIR\n');
    expect(readme).toContain(document.scenarios['b']!.digest);
  });

  test('of a single scenario holds its document', async () => {
    const directory = freshPath();
    const one = { ...spec, scenarios: spec.scenarios.slice(1) };
    const store = await openStore(await planEnsemble(one), {
      directory,
      kind: 'run',
      commandLine: 'accord-sim run b',
    });
    const document = await ensemble(one, inProcess(fakeKernel), { store });
    store.close();
    expect(document).toEqual(await ensemble(one, inProcess(fakeKernel)));
    expect(Object.keys(document)).toEqual([
      'accord',
      'scenario',
      'population',
      'seed',
      'replicates',
      'months',
      'outcomes',
      'digest',
    ]);
  });
});

describe('before anything is computed', () => {
  const refusal = async (directory: string) => {
    const attempt = compareInto(directory, {}, { onProgress: () => expect.unreachable('nothing may run') });
    await expect(attempt).rejects.toThrow(InputError);
    return attempt.catch((error: unknown) => (error as Error).message);
  };

  test('an existing directory is refused and left as it was', async () => {
    const directory = freshPath();
    mkdirSync(directory);
    writeFileSync(join(directory, 'thesis.txt'), 'years of work');
    expect(await refusal(directory)).toMatch(/--out: .* must not exist yet; .*--resume/);
    expect(readdirSync(directory)).toEqual(['thesis.txt']);
    const resumed = compareInto(directory, {}, { resume: true });
    await expect(resumed).rejects.toThrow(/must hold a manifest.json/);
    expect(readdirSync(directory)).toEqual(['thesis.txt']);
  });

  test('a file is refused, as the directory and as a part of its path', async () => {
    const path = freshPath();
    writeFileSync(path, 'a file');
    expect(await refusal(path)).toContain('must not be a file');
    expect(await refusal(join(path, 'deeper'))).toContain('a part of the path is a file');
    expect(readFileSync(path, 'utf8')).toBe('a file');
  });

  test('a directory above that is missing is made', async () => {
    const directory = join(freshPath(), 'a', 'b');
    await compareInto(directory);
    expect(existsSync(join(directory, 'results.parquet'))).toBe(true);
  });
});

test('a full disk leaves no file that looks complete, and says what to do', async () => {
  const path = join(freshPath(), 'results.parquet');
  mkdirSync(dirname(path), { recursive: true });
  const attempt = writeAtomic(path, async (file) => {
    await file.writeFile('half of');
    throw Object.assign(new Error('write'), { code: 'ENOSPC' });
  });
  await expect(attempt).rejects.toThrow(StoreError);
  await expect(attempt).rejects.toThrow(/results.parquet: no space is left .* --resume/);
  expect(readdirSync(dirname(path))).toEqual([]);
});
