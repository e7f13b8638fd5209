import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { InputError } from '../../engine/input/index.js';
import { inNewDirectory, lockDirectory, StoreError } from '../../engine/node/store/index.js';
import { compareInto, freshPath } from './store-directory.js';

function lockedBy(holder: object): string {
  const directory = freshPath();
  mkdirSync(directory);
  writeFileSync(join(directory, '.accord-lock'), JSON.stringify(holder));
  return directory;
}

/** A process that does nothing, alive or dead, and when it began. */
async function otherProcess(alive: boolean): Promise<{ readonly pid: number; readonly birth: string }> {
  const child = spawn(process.execPath, ['-e', 'process.stdin.resume(); console.log(1)']);
  onTestFinished(() => void child.kill());
  await once(child.stdout, 'data');
  const words = existsSync('/proc') ? readFileSync(`/proc/${child.pid!}/stat`, 'utf8') : '';
  const birth = words === '' ? '' : words.slice(words.lastIndexOf(')') + 2).split(' ')[19]!;
  if (!alive) {
    child.kill();
    await once(child, 'exit');
  }
  return { pid: child.pid!, birth };
}

const held = (directory: string) => existsSync(join(directory, '.accord-lock'));

describe('a directory in which a command writes', () => {
  test('is refused to another until the first is done, with host and process', async () => {
    const directory = freshPath();
    const controller = new AbortController();
    let words: unknown;
    const first = compareInto(
      directory,
      {},
      {
        signal: controller.signal,
        onProgress({ blocks }) {
          if (blocks.done !== 2 || words !== undefined) return;
          words = compareInto(directory, {}, { resume: true }).catch((error: unknown) => error);
          void (words as Promise<unknown>).then(() => controller.abort());
        },
      },
    );
    await expect(first).rejects.toThrow(/abort/i);
    const refusal = (await words) as Error;
    expect(refusal).toBeInstanceOf(StoreError);
    expect(refusal.message).toContain(`process ${process.pid} on ${hostname()} must be done before`);
    expect(held(directory)).toBe(false);
    await compareInto(directory, {}, { resume: true });
    expect(held(directory)).toBe(false);
  });

  test('is refused while a process of this machine lives', async () => {
    const { pid, birth } = await otherProcess(true);
    const directory = lockedBy({ host: hostname(), pid, birth });
    await expect(lockDirectory(directory)).rejects.toThrow(`process ${pid} on ${hostname()} must be done`);
    expect(held(directory)).toBe(true);
  });

  test('is taken over from one that has died', async () => {
    const directory = lockedBy({ host: hostname(), ...(await otherProcess(false)) });
    const unlock = await lockDirectory(directory);
    expect(JSON.parse(readFileSync(join(directory, '.accord-lock'), 'utf8'))).toMatchObject({
      pid: process.pid,
    });
    unlock();
    expect(held(directory)).toBe(false);
  });

  test('is taken over where a later process has the number of the dead one, this one included', async () => {
    const { pid } = await otherProcess(true);
    for (const number of [pid, process.pid]) {
      (await lockDirectory(lockedBy({ host: hostname(), pid: number, birth: 'long ago' })))();
    }
  });

  test('is taken over from another machine after two minutes of silence, and not before', async () => {
    const directory = lockedBy({ host: 'node-17', pid: 4, birth: '' });
    await expect(lockDirectory(directory)).rejects.toThrow('process 4 on node-17 must be done');
    utimesSync(join(directory, '.accord-lock'), 1, 1);
    (await lockDirectory(directory))();
  });

  test('is taken over by one of many that come at once', async () => {
    const directory = lockedBy({ host: hostname(), ...(await otherProcess(false)) });
    const ends = await Promise.allSettled(Array.from({ length: 8 }, () => lockDirectory(directory)));
    expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

test('of two commands that make the same directory at once, one is told that the other was faster', async () => {
  const path = freshPath();
  const make = () =>
    inNewDirectory(
      path,
      () => Promise.resolve('x'),
      (text) => ({ 'a.txt': text }),
    );
  const ends = await Promise.allSettled([make(), make()]);
  const refused = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason as Error] : []));
  expect(refused).toHaveLength(1);
  expect(refused[0]).toBeInstanceOf(InputError);
  expect(refused[0]!.message).toMatch(/must not exist yet: another command has just made it; choose another/);
});
