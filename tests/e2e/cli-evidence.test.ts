import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { RepeatedStudy, Scorecard, VirtualSurvey } from '../../engine/validation/index.js';
import { figures } from '../../engine/evidence/index.js';
import { accord, emptyFolder, startAccord } from './accord.js';

const folder = emptyFolder();
const { path: cwd } = folder;
afterAll(() => folder.remove());

async function json<T>(args: readonly string[]): Promise<T> {
  const { code, stdout, stderr } = await accord([...args, '--json', '--quiet'], { cwd });
  if (code !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as T;
}

test('scorecard --json has a row for every fitted and predicted figure', async () => {
  const { rows } = await json<Scorecard>(['scorecard', '--replicates', '20']);
  const ids = figures.filter(({ role }) => role === 'calibrate' || role === 'predict').map(({ id }) => id);
  expect(rows.filter(({ role }) => role !== 'shape').map(({ id }) => id)).toEqual(ids);
  for (const { reported, median, q05, q95, inside, source } of rows) {
    for (const value of [reported, median, q05, q95]) expect(value).toBeTypeOf('number');
    expect(inside).toBeTypeOf('boolean');
    expect(source).not.toBe('');
  }
});

test('scorecard as text keeps fits and predictions apart', async () => {
  const { code, stdout } = await accord(['scorecard', '--replicates', '10', '--quiet'], { cwd });
  expect(code).toBe(0);
  expect(stdout).toMatch(/Fitted: \d+ of 33 inside[\s\S]*Predicted, never fitted: \d+ of 22 inside/);
});

test('a large study gives the reported coefficients back', async () => {
  const study = await json<RepeatedStudy>(['study', '--schools', '20000', '--replicates', '16']);
  const exact = (id: string): number => study.rows.find((row) => row.id === id)!.exact.median;
  expect(Math.abs(exact('level') - 25)).toBeLessThan(1);
  expect(Math.abs(exact('improvement') - 15)).toBeLessThan(1);
});

test('the survey asks by role and use, after the policy that is named', async () => {
  const survey = await json<VirtualSurvey>(['survey', 'no-partnership', '--replicates', '10']);
  const aware = survey.questions.find(({ id }) => id === 'aware')!;
  expect(Object.keys(aware.groups)).toEqual([
    'all',
    'superintendent',
    'committee',
    'union',
    'users',
    'nonUsers',
  ]);
  expect(aware.groups.all.q95).toBe(0);
  expect(survey.respondents.after).toEqual({ superintendent: 65, committee: 213, union: 94 });
});

test('run --split says how much of a range comes of the parameters', async () => {
  const args = ['run', 'mep', '--years', '2', '--replicates', '40', '--split', '--quiet'];
  const { code, stdout } = await accord(args, { cwd });
  expect(code).toBe(0);
  expect(stdout).toMatch(/Outcome +Standard deviation +Parameters +Luck/);
});

test('an interrupted calibration keeps what it has done and goes on from there', async () => {
  const args = ['calibrate', '--out', 'fit', '--particles', '50'];
  const run = startAccord(args, { cwd });
  await run.seen(/population 3/);
  run.child.kill('SIGINT');
  const { code, stderr } = await run.done;
  expect(code).toBe(130);
  expect(stderr).toContain('go on with --resume');
  const state = join(cwd, 'fit', 'posterior-unfinished.json');
  expect(readdirSync(join(cwd, 'fit'))).toEqual(['posterior-unfinished.json']);
  for (const name of ['posterior.json.partial-17', 'notes.json.partial-17']) {
    writeFileSync(join(cwd, 'fit', name), 'half');
  }
  const other = await accord([...args, '--resume', '--seed', 'other'], { cwd });
  expect(other.code).toBe(2);
  expect(other.stderr).toContain('resume.seed');
  expect(readdirSync(join(cwd, 'fit'))).toEqual(['notes.json.partial-17', 'posterior-unfinished.json']);
  const text = readFileSync(state, 'utf8');
  for (const damaged of [
    text.slice(0, 1000),
    text.replace(/(?<="weight":0\.\d)\d/, (digit) => `${9 - Number(digit)}`),
  ]) {
    expect(damaged).not.toBe(text);
    writeFileSync(state, damaged);
    const refused = await accord([...args, '--resume'], { cwd });
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain(
      `fit/posterior-unfinished.json: 'changed' must be as it was written; start without`,
    );
  }
});

test.each([
  ['survey of no scenario', ['survey', 'meq'], 'did you mean mep?'],
  ['study of too few schools', ['study', '--schools', '3'], '--schools'],
  ['scorecard without samples', ['scorecard', '--replicates', '0'], '--replicates'],
  ['calibration without a place', ['calibrate'], "--out: '' must be given"],
  ['calibration into what is there', ['calibrate', '--out', '.'], 'must not exist yet'],
  ['resumption of nothing', ['calibrate', '--out', '.', '--resume'], 'start without --resume'],
  ['a scorecard with workers', ['scorecard', '--workers', '2'], 'it computes on one core'],
])('%s is refused', async (_, args, words) => {
  const { code, stdout, stderr } = await accord(args, { cwd });
  expect(code).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toContain(words);
});
