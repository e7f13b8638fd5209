import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { accord, emptyFolder, startAccord } from './accord.js';

const folder = emptyFolder();
const { path: cwd } = folder;
afterAll(() => folder.remove());

const small = ['--population', 'abc-unified', '--years', '2', '--quiet'];
const read = (path: string): string => readFileSync(join(cwd, path), 'utf8');

beforeAll(() => {
  writeFileSync(
    join(cwd, 'sobol.yaml'),
    'title: Assumptions\nscenario: mep\ndesign: sobol\nruns: 40\nreplicates: 2\nfactors:\n' +
      '  assumptions.causalShare: { low: 0, high: 1 }\n  assumptions.apiPersistence:\n  levers.research: [none, double]\n',
  );
  writeFileSync(
    join(cwd, 'fails.yaml'),
    'title: Some cannot be\nscenario: mep\ndesign: factorial\nreplicates: 1\nfactors:\n' +
      '  levers.research.from: [0, 12]\n  levers.research.until: [6, 24]\n',
  );
});

test('a sweep writes its runs, and discover reads under which conditions they are bad', async () => {
  const { code, stdout } = await accord(['sweep', 'sobol.yaml', '--out', 'sweep', '--json', ...small], {
    cwd,
  });
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ kind: 'sweep', runs: 40, failed: 0, replicates: 2 });
  expect(read('sweep/runs.csv').trimEnd().split('\n')).toHaveLength(41);
  expect(read('sweep/design.yaml')).toBe(read('sobol.yaml'));
  const discover = ['discover', 'sweep', '--outcome', 'cost', '--worst', '0.9'];
  const found = await accord([...discover, '--json'], { cwd });
  expect(found.code).toBe(0);
  expect(JSON.parse(found.stdout)).toMatchObject({
    outcome: 'cost',
    runs: 40,
    side: 'above',
    inWords: 'levers.research is double',
  });
  expect((await accord(discover, { cwd })).stdout).toMatch(
    /When levers\.research is double: 100% of these runs/,
  );
});

test('a failed run is recorded, the rest goes on, and the exit code says so', async () => {
  const { code, stdout } = await accord(['sweep', 'fails.yaml', '--out', 'fails', ...small], { cwd });
  expect(code).toBe(1);
  expect(stdout).toContain('1 of 4 runs failed');
  const failed = read('fails/runs.csv')
    .split('\n')
    .filter((line) => line.includes('must be no earlier'));
  expect(failed).toHaveLength(1);
  const stopped = await accord(['sweep', 'fails.yaml', '--out', 'stops', '--on-error', 'stop', ...small], {
    cwd,
  });
  expect(stopped.code).toBe(1);
  expect(stopped.stderr).toMatch(
    /run \d: mep: levers\.research\.until = 6 must be no earlier than the start/,
  );
});

test('Ctrl-C keeps finished runs, and the resumed sweep is the same', async () => {
  const args = ['sweep', 'sobol.yaml', '--years', '3', '--replicates', '6', '--workers', '1'];
  const run = startAccord([...args, '--out', 'part'], { cwd });
  await run.seen(/run [1-9]\d* of 40/);
  run.child.kill('SIGINT');
  const { code, stderr } = await run.done;
  expect(code).toBe(130);
  expect(stderr).toContain('--out part --resume');
  const kept = read('part/runs.csv').trimEnd().split('\n').length - 1;
  expect(kept).toBeGreaterThan(0);
  expect(kept).toBeLessThan(40);
  const quiet = [...args, '--quiet'];
  const ends = [
    await accord([...quiet, '--out', 'part', '--resume'], { cwd }),
    await accord([...quiet, '--out', 'whole', '--workers', '2'], { cwd }),
  ];
  expect(ends.map((end) => end.code)).toEqual([0, 0]);
  expect(read('part/runs.csv')).toBe(read('whole/runs.csv'));
});

test('bad input is answered with what is wrong, before anything is written', async () => {
  writeFileSync(
    join(cwd, 'bad.yaml'),
    'title: A\nscenario: mep\ndesign: factorial\nfactors:\n  levers.research: [lots]\n',
  );
  const { code, stderr } = await accord(['sweep', 'bad.yaml', '--out', 'bad'], { cwd });
  expect(code).toBe(2);
  expect(stderr).toContain("bad.yaml:5: factors.levers.research = 'lots' must be none, mep, double");
  expect(existsSync(join(cwd, 'bad'))).toBe(false);
  const missing = await accord(['sweep', 'bad.yaml', '--on-error', 'wait'], { cwd });
  expect(missing.stderr).toMatch(/--on-error: 'wait' must be skip or stop[^]*--out: '' must be given/);
  expect((await accord(['discover', '.', '--worst', '0.2'], { cwd })).code).toBe(2);
});
