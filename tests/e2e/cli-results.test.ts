import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { outcomes } from '../../engine/model/outcomes/index.js';
import { accord, emptyFolder } from './accord.js';

const folder = emptyFolder();
afterAll(() => folder.remove());

const small = ['--population', 'abc-unified', '--years', '2', '--replicates', '80', '--seed', 'a', '--json'];

async function json(args: readonly string[]): Promise<Record<string, unknown>> {
  const { code, stdout, stderr } = await accord(args, { cwd: folder.path });
  if (code !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Record<string, unknown>;
}

test('run --json prints one document with every outcome and month, and nothing else', async () => {
  const document = await json(['run', 'mep', ...small]);
  expect(document).toMatchObject({ scenario: 'mep', population: 'abc-unified', seed: 'a', replicates: 80 });
  expect(document['months']).toEqual(Array.from({ length: 25 }, (_, month) => month));
  expect(document['digest']).toMatch(/^[0-9a-f]{64}$/);
  const bands = document['outcomes'] as Record<string, Record<string, unknown>>;
  expect(Object.keys(bands)).toEqual(outcomes.map(({ id }) => id));
  for (const { id, label, unit, better } of outcomes) {
    expect(bands[id]).toMatchObject({ label, unit: unit.words, better });
    for (const band of ['mean', 'q05', 'q25', 'q50', 'q75', 'q95'])
      expect(bands[id]?.[band]).toHaveLength(25);
  }
});

test('workers and shards never show in a comparison', async () => {
  const command = ['compare', 'no-partnership', 'mep', 'six-levers', ...small];
  const whole = await accord([...command, '--workers', '1'], { cwd: folder.path });
  const wide = await accord([...command, '--workers', '3'], { cwd: folder.path });
  expect(wide.stdout).toBe(whole.stdout);
  for (const part of ['1', '2', '3']) {
    await json([...command, '--shard', `${part}/3`, '--out', `part-${part}`]);
  }
  const merged = await accord(['merge', 'part-2', 'part-3', 'part-1', '--out', 'merged', '--json'], {
    cwd: folder.path,
  });
  expect(merged.stdout).toBe(whole.stdout);
  const document = JSON.parse(whole.stdout) as Record<string, object>;
  expect(Object.keys(document['scenarios'] ?? {})).toEqual(['no-partnership', 'mep', 'six-levers']);
  expect(Object.keys(document['differences'] ?? {})).toEqual(['mep', 'six-levers']);
});

test('an output directory holds all that its README promises, and verifies', async () => {
  await json(['run', 'mep', ...small, '--out', 'kept', '--format', 'csv']);
  expect(readdirSync(join(folder.path, 'kept')).sort()).toEqual(
    [
      'README.txt',
      'SHA256SUMS',
      'codebook.csv',
      'manifest.json',
      'results.csv',
      'scenario.yaml',
      'summary.csv',
      'summary.json',
    ].sort(),
  );
  const { code, stdout } = await accord(['verify', 'kept', '--sample', '3'], { cwd: folder.path });
  expect(stdout).toMatch(/3 of 3 replicates computed again agree to the last bit\nVerified\./);
  expect(code).toBe(0);
});

test('results on own districts, packed and moved, verify and run again without the file', async () => {
  const at = (...names: string[]): string => join(folder.path, ...names);
  writeFileSync(
    at("my 'own'.csv"),
    'district,students,low-income share,schools,educators\nAlder,2048,0.25,4,160\nBirch,5120,0.5,9,400\n',
  );
  const futures = ['--replicates', '30', '--seed', "it's", '--json'];
  const made = await json([
    'run',
    'mep',
    '--population',
    "./my 'own'.csv",
    '--years',
    '1',
    ...futures,
    '--out',
    'own',
  ]);
  execFileSync('tar', ['-cf', 'own.tar', 'own'], { cwd: folder.path });
  for (const name of ['own', "my 'own'.csv"]) rmSync(at(name), { recursive: true });
  mkdirSync(at('far away'));
  execFileSync('tar', ['-xf', '../own.tar'], { cwd: at('far away') });
  const { code, stdout } = await accord(['verify', at('far away', 'own')]);
  expect(stdout).toMatch(/10 of 10 replicates computed again agree to the last bit\nVerified\./);
  expect(code).toBe(0);
  const again = await json(['run', 'far away/own/scenario.yaml', ...futures]);
  expect(again['digest']).toBe(made['digest']);
  const manifest = JSON.parse(readFileSync(at('far away', 'own', 'manifest.json'), 'utf8')) as Record<
    string,
    unknown
  >;
  expect(manifest['reproduce']).toContain(`--population './my '\\''own'\\''.csv'`);
  expect(manifest['commit']).toSatisfy(
    (commit) => commit === null || /^[0-9a-f]{40}(-dirty)?$/.test(String(commit)),
  );
});

test('a setting changes the scenario and not the baseline; an assumption changes both', async () => {
  const plain = await json(['compare', 'no-partnership', 'mep', ...small]);
  const lever = await json([
    'compare',
    'no-partnership',
    'mep',
    ...small,
    '--set',
    'levers.research.programmes=9',
  ]);
  const held = await json([
    'compare',
    'no-partnership',
    'mep',
    ...small,
    '--set',
    'assumptions.apiPersistence=0.1',
  ]);
  const digest = (document: Record<string, unknown>, name: string): string =>
    (document['scenarios'] as Record<string, { digest: string }>)[name]?.digest ?? '';
  expect(digest(lever, 'no-partnership')).toBe(digest(plain, 'no-partnership'));
  expect(digest(lever, 'mep')).not.toBe(digest(plain, 'mep'));
  expect(digest(held, 'no-partnership')).not.toBe(digest(plain, 'no-partnership'));
});

test('the text for a reader says what was found in how many simulated futures, and promises nothing', async () => {
  const args = ['compare', 'no-partnership', 'mep', '--replicates', '25', '--years', '4', '--quiet'];
  const { code, stdout, stderr } = await accord(args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(
    /In \d+ of 100\s+simulated futures more districts reach lasting\s+collaboration by July\s+2016/,
  );
  expect(stdout).toMatch(/26\s+schools/);
  expect(stdout).not.toMatch(/\bwill\b|NaN|undefined|Infinity/);
});
