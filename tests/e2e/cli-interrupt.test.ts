import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { accord, emptyFolder, startAccord } from './accord.js';

const folder = emptyFolder();
const { path: cwd } = folder;
afterAll(() => folder.remove());

const command = ['run', 'mep', '--years', '1', '--replicates', '300', '--workers', '1', '--json'];
const digestOf = (stdout: string): string => (JSON.parse(stdout) as { digest: string }).digest;

test.each(['SIGINT', 'SIGTERM'] as const)(
  '%s keeps finished blocks, says how to go on, and a resumed run is the same',
  async (signal) => {
    const run = startAccord([...command, '--out', signal], { cwd });
    await run.seen(/^10% /m);
    run.child.kill(signal);
    const { code, stdout, stderr } = await run.done;
    expect({ code, stdout }).toEqual({ code: 130, stdout: '' });
    expect(stderr).toContain(`accord-sim ${command.join(' ')} --out ${signal} --resume`);
    expect(readdirSync(join(cwd, signal, 'blocks')).length).toBeGreaterThan(0);
    const resumed = await accord([...command, '--out', signal, '--resume'], { cwd });
    const whole = await accord(command, { cwd });
    expect(resumed.code).toBe(0);
    expect(digestOf(resumed.stdout)).toBe(digestOf(whole.stdout));
    expect(resumed.stderr).toMatch(/^0% +[1-9]\d* of 300/);
  },
);

test('without an output directory nothing is left and nothing is promised', async () => {
  const run = startAccord(command, { cwd });
  await run.seen(/^10% /m);
  run.child.kill('SIGINT');
  const { code, stderr } = await run.done;
  expect(code).toBe(130);
  expect(stderr).toContain('Nothing is kept');
});

test('a merge that is interrupted leaves no directory', async () => {
  const parts = ['1', '2'].map((part) => ['--shard', `${part}/2`, '--out', `part-${part}`]);
  for (const part of parts) await accord([...command, ...part], { cwd });
  const { code } = await accord(['merge', 'part-1', '--out', 'merged'], { cwd });
  expect(code).toBe(2);
  expect(existsSync(join(cwd, 'merged'))).toBe(false);
});
