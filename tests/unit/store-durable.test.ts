import { mkdirSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import * as files from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { writeAtomic, writeFileAtomic } from '../../engine/output/store/atomic-file.js';
import { freshPath } from './store-directory.js';

vi.mock('node:fs/promises', async (actual) => {
  const real = await actual<typeof files>();
  return { ...real, rename: vi.fn(real.rename) };
});

/** Notes, in order, what is written, flushed and renamed; a directory is told from a file by its handle. */
async function steps(write: (path: string) => Promise<void>): Promise<string[]> {
  const path = join(freshPath(), 'manifest.json');
  mkdirSync(dirname(path));
  const probe = await open(dirname(path), 'r');
  const handle = Object.getPrototypeOf(probe) as FileHandle;
  await probe.close();
  const noted: string[] = [];
  const real = { writeFile: handle.writeFile, sync: handle.sync };
  const spies = [
    vi.spyOn(handle, 'writeFile').mockImplementation(function (this: FileHandle, ...args) {
      noted.push('write');
      return real.writeFile.apply(this, args);
    }),
    vi.spyOn(handle, 'sync').mockImplementation(async function (this: FileHandle) {
      noted.push((await this.stat()).isDirectory() ? 'flush directory' : 'flush file');
      return real.sync.call(this);
    }),
  ];
  const { rename } = await vi.importActual<typeof files>('node:fs/promises');
  vi.mocked(files.rename).mockImplementation((...args) => {
    noted.push('rename');
    return rename(...args);
  });
  await write(path).finally(() => spies.forEach((spy) => spy.mockRestore()));
  return noted;
}

test('a file is flushed before it takes its name, and its name before anybody relies on it', async () => {
  expect(await steps((path) => writeFileAtomic(path, '{}'))).toEqual([
    'write',
    'flush file',
    'rename',
    'flush directory',
  ]);
  expect(
    await steps((path) =>
      writeAtomic(path, async (file) => {
        await file.writeFile('head');
        await file.writeFile('data');
      }),
    ),
  ).toEqual(['write', 'write', 'flush file', 'rename', 'flush directory']);
});
