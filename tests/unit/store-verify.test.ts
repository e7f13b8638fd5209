import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compare, inProcess, planEnsemble } from '../../engine/ensemble/index.js';
import { InputError } from '../../engine/input/index.js';
import { openStore, sealDirectory, verifyDirectory } from '../../engine/node/store/index.js';
import { loadScenario } from '../../engine/scenario/index.js';
import { freshPath } from './store-directory.js';

/** A real, small comparison on disk. */
async function realDirectory(format: 'parquet' | 'csv'): Promise<string> {
  const directory = freshPath();
  const scenarios = ['no-partnership', 'mep'].map((name) => ({ ...loadScenario(name), years: 2 }));
  const spec = { population: 'abc-unified', scenarios, seed: 'v', replicates: 30 };
  const store = await openStore(await planEnsemble(spec), {
    directory,
    kind: 'compare',
    format,
    commandLine: 'accord-sim compare no-partnership mep',
  });
  await compare(spec, inProcess(), { store });
  store.close();
  return directory;
}

describe.each(['parquet', 'csv'] as const)('results in %s', (format) => {
  test('are recomputed to the same bits', async () => {
    const report = await verifyDirectory(await realDirectory(format), { sample: 4 });
    expect(report.ok).toBe(true);
    expect(report.replicates.map(({ replicate }) => replicate)).toEqual([0, 10, 19, 29]);
    for (const { manifest, results } of report.digests) expect(results).toBe(manifest);
  });
});

test('a changed number is found and named', async () => {
  const directory = await realDirectory('csv');
  const path = join(directory, 'results.csv');
  const lines = readFileSync(path, 'utf8').split('\n');
  const column = lines[0]!.split(',').indexOf('cost');
  const row = lines.findIndex((line) => line.startsWith('mep,0,7,'));
  const cells = lines[row]!.split(',');
  cells[column] = '123.5';
  lines[row] = cells.join(',');
  writeFileSync(path, lines.join('\n'));
  const report = await verifyDirectory(directory, { sample: 2 });
  expect(report.ok).toBe(false);
  expect(report.faults).toMatchObject([{ path, value: 'changed' }]);
  expect(report.replicates[0]!.difference).toMatch(/mep: cost at month 7 = 123.5 must be /);
  expect(report.replicates[1]!.difference).toBeUndefined();
  expect(report.digests.map(({ manifest, results }) => manifest === results)).toEqual([true, false]);
});

test('results of other evidence are refused with the difference', async () => {
  const directory = await realDirectory('parquet');
  const path = join(directory, 'manifest.json');
  writeFileSync(path, readFileSync(path, 'utf8').replace(/"posterior": "[^"]*"/, '"posterior": "0"'));
  await sealDirectory(directory);
  const attempt = verifyDirectory(directory);
  await expect(attempt).rejects.toThrow(InputError);
  await expect(attempt).rejects.toThrow(
    /posterior = '"?0"?' must be [0-9a-f]{64} as here|posterior = 0 must be/,
  );
});

test.each(['summary.csv', 'mep.yaml', 'codebook.csv', 'README.txt'])(
  'a change of %s, from which nothing is computed, is found and named',
  async (name) => {
    const directory = await realDirectory('csv');
    const path = join(directory, name);
    writeFileSync(path, `${readFileSync(path, 'utf8')} `);
    const report = await verifyDirectory(directory, { sample: 1 });
    expect(report).toMatchObject({ ok: false, faults: [{ path, value: 'changed' }] });
    expect(report.replicates.map(({ difference }) => difference)).toEqual([undefined]);
  },
);
