import { appendFileSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { accord, emptyFolder, startAccord, type Outcome } from './accord.js';

const folder = emptyFolder();
const { path: cwd } = folder;
afterAll(() => folder.remove());

const command = ['run', 'mep', '--years', '1', '--replicates', '300', '--workers', '1', '--json'];
const digestOf = ({ stdout }: Outcome): string => (JSON.parse(stdout) as { digest: string }).digest;

/** Stops a run once its first blocks are done. */
async function interrupted(args: readonly string[], signal: NodeJS.Signals): Promise<Outcome> {
  const run = startAccord(args, { cwd });
  await run.seen(/^10% /m);
  run.child.kill(signal);
  return run.done;
}

test('Ctrl-C keeps finished blocks, says how to go on, and the resumed run is the same', async () => {
  const args = [...command, '--out', 'kept'];
  const { code, stdout, stderr } = await interrupted(args, 'SIGINT');
  expect({ code, stdout }).toEqual({ code: 130, stdout: '' });
  expect(stderr).toContain(`accord-sim ${args.join(' ')} --resume`);
  expect(readdirSync(join(cwd, 'kept', 'blocks')).length).toBeGreaterThan(0);
  const [resumed, whole] = [await accord([...args, '--resume'], { cwd }), await accord(command, { cwd })];
  expect([resumed.code, whole.code]).toEqual([0, 0]);
  expect(digestOf(resumed)).toBe(digestOf(whole));
  expect(resumed.stderr).toMatch(/^0% +[1-9]\d* of 300/);
});

test('SIGTERM is treated the same; without an output directory nothing is promised', async () => {
  const { code, stdout, stderr } = await interrupted(command, 'SIGTERM');
  expect({ code, stdout }).toEqual({ code: 130, stdout: '' });
  expect(stderr).toContain('Nothing is kept');
});

test('a directory of another run is not resumed, and says where they differ', async () => {
  const small = [
    'run',
    'mep',
    '--population',
    'abc-unified',
    '--years',
    '1',
    '--replicates',
    '30',
    '--out',
    'other',
  ];
  expect((await accord(small, { cwd })).code).toBe(0);
  const { code, stderr } = await accord([...small, '--resume', '--seed', 'another'], { cwd });
  expect(code).toBe(2);
  expect(stderr).toMatch(/manifest\.json: seed = .*2012.* must be .*another/);
});

test('a merge that lacks a part leaves no directory', async () => {
  const args = [
    'run',
    'mep',
    '--population',
    'abc-unified',
    '--years',
    '1',
    '--replicates',
    '50',
    '--shard',
    '1/2',
  ];
  expect((await accord([...args, '--out', 'part'], { cwd })).code).toBe(0);
  const { code, stderr } = await accord(['merge', 'part', '--out', 'merged'], { cwd });
  expect(code).toBe(2);
  expect(stderr).toContain('2/2');
  expect(existsSync(join(cwd, 'merged'))).toBe(false);
});

test('a reader of stderr or stdout that goes away stops no work and hides no failure', async () => {
  const small = ['run', 'mep', '--population', 'abc-unified', '--years', '1', '--replicates', '100'];
  const run = startAccord([...small, '--workers', '1', '--out', 'unread'], { cwd });
  run.child.stderr!.destroy();
  expect((await run.done).code).toBe(0);
  expect(readFileSync(join(cwd, 'unread', 'manifest.json'), 'utf8')).toContain('"status": "complete"');
  appendFileSync(join(cwd, 'unread', 'summary.csv'), '\n');
  const check = startAccord(['verify', 'unread', '--sample', '1'], { cwd });
  check.child.stdout!.destroy();
  expect((await check.done).code).toBe(1);
});
