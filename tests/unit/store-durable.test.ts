import { mkdirSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import * as files from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { freshPath } from './store-directory.js';

vi.mock('node:fs/promises', async (actual) => {
  const real = await actual<typeof files>();
  return { ...real, rename: vi.fn(real.rename) };
});

afterAll(() => {
  vi.doUnmock('node:fs/promises');
  vi.resetModules();
});

test('a file is flushed before it takes its name, and its directory before anybody relies on it', async () => {
  vi.resetModules(); // other tests of this thread have loaded it with the real rename
  const { writeAtomic } = await import('../../engine/node/store/atomic-file.js');
  const path = join(freshPath(), 'manifest.json');
  mkdirSync(dirname(path));
  const probe = await open(dirname(path), 'r');
  const handle = Object.getPrototypeOf(probe) as FileHandle;
  await probe.close();
  const [write, sync] = [vi.spyOn(handle, 'writeFile'), vi.spyOn(handle, 'sync')];
  await writeAtomic(path, async (file) => {
    await file.writeFile('head');
    await file.writeFile('data');
  });
  const steps = Object.entries({ write, sync, rename: vi.mocked(files.rename) })
    .flatMap(([name, { mock }]) => mock.invocationCallOrder.map((turn) => ({ name, turn })))
    .sort((a, b) => a.turn - b.turn)
    .map(({ name }) => name);
  expect(steps).toEqual(['write', 'write', 'sync', 'rename', 'sync']);
});
