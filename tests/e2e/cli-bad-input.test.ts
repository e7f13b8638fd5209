import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accord, emptyFolder } from './accord.js';

const folder = emptyFolder();
const at = (name: string): string => join(folder.path, name);
let before: string[];

beforeAll(() => {
  mkdirSync(at('directory'));
  mkdirSync(at('taken'));
  writeFileSync(at('empty.yaml'), '');
  writeFileSync(at('binary.yaml'), Buffer.from([0xff, 0xfe, 0x00, 0x01]));
  writeFileSync(at('lever.yaml'), 'title: A\nlevers:\n  conferenses: { perYear: 3 }\n');
  writeFileSync(at('negative.yaml'), 'title: A\nlevers:\n  conferences:\n    perYear: -2\n');
  writeFileSync(at('years.yaml'), 'title: A\nyears: 400\n');
  writeFileSync(at('bomb.yaml'), `title: A\na: [${'"x",'.repeat(5_000_000)}]\n`);
  writeFileSync(at('delay.yaml'), 'title: A\nstateDelays: { Masachusetts: 12 }\n');
  writeFileSync(at('missing.csv'), 'district,students\nA,100\n');
  writeFileSync(at('short.csv'), `district,students,low-income share\n${'a\n'.repeat(2_500_000)}`);
  writeFileSync(at('twice.csv'), 'district,students,low-income share\nA,100,0.2\nB,100,0.2\nA,100,0.2\n');
  before = readdirSync(folder.path).sort();
});
afterAll(() => folder.remove());

const mep = ['run', 'mep', '--out', 'results'];

test.each<[string, string[], RegExp]>([
  [
    'an unknown lever',
    ['run', 'lever.yaml'],
    /lever\.yaml:3: 'levers\.conferenses' must be .* did you mean conferences\?/,
  ],
  [
    'a negative rate',
    ['run', 'negative.yaml'],
    /negative\.yaml:4: levers\.conferences\.perYear = -2 must be between 0 and 12/,
  ],
  [
    'a negative rate, set',
    [...mep, '--set', 'levers.conferences.perYear=-2'],
    /perYear = -2 must be between 0 and 12/,
  ],
  [
    'years 400 in a file',
    ['run', 'years.yaml'],
    /years\.yaml:2: years = 400 must be a whole number between 1 and 40/,
  ],
  ['years 0', [...mep, '--years', '0'], /--years: 0 must be a whole number from 1 to 40/],
  ['years 400', [...mep, '--years', '400'], /--years: 400 must be/],
  ['replicates 0', [...mep, '--replicates', '0'], /--replicates: 0 must be a whole number from 1/],
  ['replicates in words', [...mep, '--replicates', 'many'], /--replicates: 'many' must be a whole number/],
  ['no workers', [...mep, '--workers', '0'], /--workers: 0 must be/],
  ['an empty seed', [...mep, '--seed', ''], /--seed: '' must not be empty/],
  ['a directory as file', ['run', './directory'], /must be a file, not a directory/],
  ['an empty file', ['check', 'empty.yaml'], /an empty file' must hold a scenario/],
  ['binary data', ['check', 'binary.yaml'], /must be UTF-8 text/],
  ['a missing file', ['check', 'nowhere.yaml'], /'nowhere\.yaml' must exist/],
  ['a 20 MB YAML bomb', ['run', 'bomb.yaml'], /bomb\.yaml' must be at most/],
  [
    'an unknown scenario',
    ['run', 'mepp'],
    /'mepp' must be the name of a scenario or a file; did you mean mep\?/,
  ],
  ['an unknown state', ['run', 'delay.yaml'], /stateDelays\.Masachusetts' must be a state/],
  ['an unknown population', [...mep, '--population', 'masachusetts'], /did you mean massachusetts\?/],
  ['a CSV with a missing column', [...mep, '--population', 'missing.csv'], /missing\.csv.*low.income/i],
  ['a population with a district twice', [...mep, '--population', 'twice.csv'], /twice\.csv:4.*line 2/],
  ['the same, imported', ['population', 'import', 'twice.csv', '--out', 'new.csv'], /twice\.csv:4/],
  ['an output directory that exists', ['run', 'mep', '--out', 'taken'], /--out: 'taken' must not exist yet/],
  ['a bad shard', [...mep, '--shard', '4/3'], /shard: '4\/3' must be I\/N with I from 1 to N/],
  ['more shards than blocks', [...mep, '--replicates', '30', '--shard', '1/3'], /must not have more shards/],
  ['resuming nothing', ['run', 'mep', '--resume'], /--resume.* must come with --out/],
  ['an unknown format', [...mep, '--format', 'parket'], /must be parquet or csv; did you mean parquet\?/],
  ['an executor that is not there', [...mep, '--executor', 'cloud'], /--executor: 'cloud' must be local/],
  ['a scenario twice', ['compare', 'mep', 'mep'], /'mep' must be given once/],
  ['an unknown command', ['comapre'], /unknown command 'comapre'\n\(Did you mean compare\?\)/],
  [
    'an unknown option',
    ['run', 'mep', '--replicate', '3'],
    /unknown option '--replicate'\n\(Did you mean --replicates\?\)/,
  ],
  ['no command', [], /Usage: accord-sim/],
  ['no scenario', ['run'], /missing required argument 'scenario'/],
  ['a shard that is none', ['merge', 'taken', '--out', 'merged'], /taken' must hold a manifest\.json/],
  ['merging without a place', ['merge', 'taken'], /--out: '' must be given/],
])('%s: exit 2, one readable message, nothing on stdout, nothing written', async (_, args, message) => {
  const { code, stdout, stderr } = await accord(args, { cwd: folder.path });
  expect(stderr).toMatch(message);
  expect(stderr).not.toMatch(/^\s+at .*:\d+:\d+/m);
  expect(stdout).toBe('');
  expect(code).toBe(2);
  expect(readdirSync(folder.path).sort()).toEqual(before);
});

test('5 MB of short rows are refused with little memory', async () => {
  const env = { NODE_OPTIONS: '--max-old-space-size=100' };
  const { code, stderr } = await accord(['population', 'import', 'short.csv'], { cwd: folder.path, env });
  expect(stderr).toMatch(/short\.csv: 'more than 300,000 lines' must have at most 300,000 lines/);
  expect(code).toBe(2);
});

test('all problems of a command come at once, each told once', async () => {
  const args = [
    'compare',
    'no-partnership',
    'mepp',
    'mep',
    'six-levers',
    '--replicates',
    '0',
    '--set',
    'assumptions.rhoo=1',
  ];
  const { code, stderr } = await accord(args);
  expect(code).toBe(2);
  expect(stderr.trim().split('\n')).toHaveLength(3);
});
