import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type {
  ContributionsDocument,
  OptimisationDocument,
  SensitivityDocument,
} from '../../engine/analysis/index.js';
import { accord, emptyFolder, startAccord } from './accord.js';

const folder = emptyFolder();
const { path: cwd } = folder;
afterAll(() => folder.remove());

const small = ['--population', 'abc-unified', '--years', '1', '--quiet'];

describe('sensitivity', () => {
  test('names persistence, causal share and the quality gap among the top assumptions for the gain', async () => {
    const args = [
      '--factors',
      'assumptions',
      '--trajectories',
      '10',
      '--replicates',
      '1',
      '--quiet',
      '--json',
    ];
    const { code, stdout } = await accord(['sensitivity', 'six-levers', ...args], { cwd });
    expect(code).toBe(0);
    const { outcomes, factors } = JSON.parse(stdout) as SensitivityDocument;
    const { result } = outcomes['apiGain']!;
    if (result.kind !== 'morris') throw new Error('expected Morris effects');
    const ranked = Object.entries(result.effects).sort(([, a], [, b]) => b.muStar.value - a.muStar.value);
    const top = ranked.slice(0, 12).map(([address]) => address);
    expect(factors.length).toBeGreaterThan(3 * top.length);
    expect(top[0]).toBe('assumptions.causalShare');
    for (const id of ['apiPersistence', 'qualityCollaborativeGap'])
      expect(top).toContain(`assumptions.${id}`);
    for (const [, { muStar }] of ranked.slice(0, 5)) expect(muStar.low).toBeGreaterThan(0);
  });

  test('gives the same numbers with any number of workers, and writes its tables', async () => {
    const factors = 'levers.conferences.perYear,assumptions.causalShare,context.turnover=0.5..2';
    const args = ['sensitivity', 'mep', '--factors', factors, '--trajectories', '4', '--json', ...small];
    const one = await accord([...args, '--workers', '1'], { cwd });
    const two = await accord([...args, '--workers', '2', '--out', 'tables'], { cwd });
    expect([one.code, two.code]).toEqual([0, 0]);
    expect(two.stdout).toBe(one.stdout);
    expect(readdirSync(join(cwd, 'tables')).sort()).toEqual(
      ['README.txt', 'SHA256SUMS', 'indices.csv', 'points.csv', 'scenario.yaml', 'sensitivity.json'].sort(),
    );
  });

  test('screens for Sobol, and gives shares and interactions', async () => {
    const { code, stdout } = await accord(
      ['sensitivity', 'mep', '--method', 'sobol', '--samples', '4', '--json', ...small],
      { cwd },
    );
    expect(code).toBe(0);
    const { factors, screenedOut, outcomes } = JSON.parse(stdout) as SensitivityDocument;
    expect(factors).toHaveLength(10);
    expect(factors.map(({ address }) => address)).toContain('assumptions.apiPersistence');
    expect(screenedOut.length).toBeGreaterThan(20);
    expect(outcomes['apiGain']!.result).toMatchObject({ kind: 'sobol' });
  });

  test('stops at Ctrl-C and leaves no directory behind', async () => {
    const run = startAccord(['sensitivity', 'six-levers', '--workers', '1', '--out', 'stopped'], { cwd });
    await run.seen(/^0% /m);
    run.child.kill('SIGINT');
    expect((await run.done).code).toBe(130);
    expect(existsSync(join(cwd, 'stopped'))).toBe(false);
  });

  test('answers bad input in full', async () => {
    const args = ['--outcome', 'gain', '--samples', '8', '--factors', 'levers.conferences.perYear=9..1'];
    const { code, stderr } = await accord(['sensitivity', 'mep', ...args], { cwd });
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /--samples: 8 must not come with --method morris[^]*--outcome: 'gain'[^]*perYear = 9\.\.1 must be/,
    );
  });
});

describe('optimise', () => {
  test('gives mixes within the budget, each a scenario that can be run', async () => {
    const args = [
      '--budget',
      '2,000,000',
      '--outcome',
      'studentsReached',
      '--mixes',
      '6',
      '--generations',
      '2',
    ];
    const { code, stdout } = await accord(
      ['optimise', 'mep', ...args, '--replicates', '2', '--final', '4', '--out', 'mixes', '--json', ...small],
      { cwd },
    );
    expect(code).toBe(0);
    const { mixes, hypervolume } = JSON.parse(stdout) as OptimisationDocument;
    expect(hypervolume.byGeneration).toHaveLength(3);
    for (const { cost } of mixes) expect(cost).toBeLessThanOrEqual(2e6);
    expect((await accord(['check', `mixes/${mixes.at(-1)!.name}.yaml`], { cwd })).code).toBe(0);
  });

  test('killed and resumed, on another number of cores, it ends in the files of a calm one', async () => {
    const world = ['--population', 'abc-unified', '--years', '2'];
    const size = ['--mixes', '8', '--generations', '4', '--replicates', '12', '--final', '24'];
    const args = ['optimise', 'mep', '--budget', '2000000', ...world, ...size];
    const run = startAccord([...args, '--out', 'part', '--workers', '1'], { cwd });
    await run.seen(/generation [2-4] of/);
    run.child.kill('SIGKILL');
    expect((await run.done).code).toBe(null);
    const kept = readFileSync(join(cwd, 'part/archive.csv'), 'utf8').trimEnd().split('\n').length - 1;
    expect(kept).toBeGreaterThan(8);
    const ends = [
      await accord([...args, '--out', 'part', '--resume', '--workers', '2', '--quiet'], { cwd }),
      await accord([...args, '--out', 'calm', '--workers', '1', '--quiet'], { cwd }),
    ];
    expect(ends.map(({ code }) => code)).toEqual([0, 0]);
    expect(ends[0]!.stdout).toBe(ends[1]!.stdout);
    const names = readdirSync(join(cwd, 'calm'));
    expect(readdirSync(join(cwd, 'part'))).toEqual(names);
    for (const name of names.filter((other) => !['manifest.json', 'SHA256SUMS'].includes(other)))
      expect(readFileSync(join(cwd, 'part', name))).toEqual(readFileSync(join(cwd, 'calm', name)));
    const verified = await accord(['verify', 'part', '--sample', '4'], { cwd });
    expect(verified.stdout).toMatch(/4 of 4 mixes computed again agree[^]*Verified\./);
  });

  test('wants a budget, and levers to choose from', async () => {
    const { code, stderr } = await accord(['optimise', 'mep', '--factors', 'assumptions.causalShare'], {
      cwd,
    });
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /--budget: '' must be given[^]*--factors: 'assumptions\.causalShare' must be the field of a lever/,
    );
  });
});

test('compare tells what each lever adds, over all its futures, in the document and in the directory', async () => {
  const settings = ['package=none', 'levers.research.programmes=2', 'levers.conferences.perYear=1'];
  const args = [
    ...['compare', 'no-partnership', 'mep', ...settings.flatMap((one) => ['--set', one])],
    ...small.filter((word) => word !== '--quiet'),
    ...['--replicates', '201', '--contributions', 'cost,apiGain', '--out', 'adds'],
  ];
  const { code, stdout, stderr } = await accord([...args, '--json'], { cwd });
  expect(code).toBe(0);
  expect(stderr).toMatch(/--contributions runs 4 mixes of levers over 201 futures: 804 worlds, 2 times/);
  const { contributions } = JSON.parse(stdout) as { contributions: Record<string, ContributionsDocument> };
  const { replicates, outcomes } = contributions['mep']!;
  expect(replicates).toBe(201);
  const { total, contributions: shares } = outcomes['cost']!;
  expect(shares.reduce((sum, { mean }) => sum + mean, 0)).toBeCloseTo(total, 6);
  const file = (name: string): string => readFileSync(join(cwd, 'adds', name), 'utf8');
  expect(file('summary.json')).toBe(stdout);
  const rows = file('contributions.csv').trimEnd().split('\n');
  expect(rows).toHaveLength(1 + 2 * shares.length);
  expect(rows).toContainEqual(expect.stringMatching(/^mep,no-partnership,cost,research,/));
  expect(file('README.txt')).toContain('contributions.csv');
  const again = await accord([...args, '--resume'], { cwd });
  expect(again.stdout).toContain('What each lever of mep adds to no-partnership');
  expect(again.stderr).toBe('The results are in adds\n');
  const other = await accord([...args, '--resume', '--contributions', 'lasting'], { cwd });
  expect(other).toMatchObject({ code: 2, stdout: '' });
  expect(other.stderr).toMatch(/--contributions: '' must have been asked for when adds was made/);
  const part = await accord([...args.slice(0, -1), 'part', '--shard', '1/2'], { cwd });
  expect(part.stderr).toMatch(/--contributions: '' must not come with --shard/);
});
