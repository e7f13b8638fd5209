import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { levers } from '../../engine/model/levers/index.js';
import { outcomes } from '../../engine/model/outcomes/index.js';
import { parseScenario, scenarioNames } from '../../engine/scenario/index.js';
import { accord, cli, emptyFolder } from './accord.js';

const folder = emptyFolder();
const { path: cwd } = folder;
afterAll(() => folder.remove());

async function out(args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await accord(args, { cwd });
  if (code !== 0) throw new Error(stderr);
  return stdout;
}

test('list names every scenario, population, lever field and outcome', async () => {
  const text = await out(['list']);
  for (const name of [...scenarioNames, 'massachusetts', 'nation', ...outcomes.map(({ id }) => id)]) {
    expect(text).toContain(name);
  }
  for (const { id, fields } of levers)
    for (const field of fields) expect(text).toContain(`levers.${id}.${field.id}`);
  expect(JSON.parse(await out(['list', 'levers', '--json']))).toHaveProperty('levers');
});

test('check says how a scenario was understood, as text, YAML and JSON', async () => {
  writeFileSync(
    join(cwd, 'mine.yaml'),
    'title: Mine\nlevers:\n  research: { programmes: 2, from: 2013-07 }\n',
  );
  expect(await out(['check', 'mine.yaml'])).toMatch(
    /Research and dissemination +Programmes +2 +1 +programmes +from July 2013/,
  );
  const yaml = await out(['check', 'mine.yaml', '--yaml']);
  const again = parseScenario(yaml, { path: 'mine.yaml', name: 'mine' });
  expect(JSON.parse(await out(['check', 'mine.yaml', '--json']))).toEqual(JSON.parse(JSON.stringify(again)));
});

test('schema prints a JSON Schema', async () => {
  expect(JSON.parse(await out(['schema']))).toMatchObject({ type: 'object', required: ['title'] });
});

test('a population can be described, imported, written out and run', async () => {
  expect(await out(['population', 'describe', 'abc-unified'])).toMatch(/Schools +28/);
  writeFileSync(join(cwd, 'mine.csv'), 'district,students,low-income share\nA,1000,0.2\nB,4000,0.6\n');
  expect(await out(['population', 'import', 'mine.csv', '--out', 'plain.csv'])).toMatch(/Districts +2\n/);
  expect(readFileSync(join(cwd, 'plain.csv'), 'utf8')).toMatch(/^district,/);
  const document = JSON.parse(
    await out(['run', 'mep', '--population', 'plain.csv', '--replicates', '5', '--years', '1', '--json']),
  ) as { population: string };
  expect(document.population).toBe('plain');
});

test('a reader that goes away is no error', async () => {
  const child = spawn(process.execPath, [cli, 'schema']);
  child.stdout.destroy();
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (part: string) => (stderr += part));
  const code = await new Promise((resolve) => child.on('close', resolve));
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});

test('a fault of the program is one sentence; its stack is for those who ask', async () => {
  const out = join(cwd, 'no', 'plain.csv');
  const short = await accord(['population', 'import', 'mine.csv', '--out', out], { cwd });
  const long = await accord(['population', 'import', 'mine.csv', '--out', out], {
    cwd,
    env: { DEBUG: 'accord' },
  });
  expect([short.code, long.code]).toEqual([1, 1]);
  expect(short.stderr).toMatch(/\naccord-sim: .*plain\.csv.*\n$/);
  expect(short.stderr).not.toMatch(/\n\s+at /);
  expect(long.stderr).toMatch(/\n\s+at /);
});

test('help and version are no errors', async () => {
  expect(await out(['--version'])).toMatch(/^\d+\.\d+\.\d+\n$/);
  expect(await out(['compare', '--help'])).toContain('--shard <i/n>');
});
