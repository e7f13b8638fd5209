import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { atPath, errorCode } from './store-error.js';

/** Whether a file is one that is not complete yet, by its name: its own, this mark and the process that writes it. */
export function isTemporary(name: string): boolean {
  return /.\.partial-\d+$/.test(name);
}

/** A file that is open for writing; each call appends. */
export interface OpenFile {
  writeFile(content: string | Uint8Array): Promise<void>;
}

/**
 * Writes a file so that it is there whole or not at all, even after a power cut: written under another name, flushed to
 * the disk, renamed, and the directory flushed.
 *
 * @throws StoreError when it cannot be written; nothing is left behind
 */
export async function writeAtomic(path: string, write: (file: OpenFile) => Promise<void>): Promise<void> {
  const temporary = `${path}.partial-${process.pid}`;
  await atPath(path, async () => {
    const file = await open(temporary, 'w');
    try {
      try {
        await write(file);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(temporary, path);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
    await syncDirectory(dirname(path));
  });
}

/** Writes a whole text or all bytes at once. */
export function writeFileAtomic(path: string, content: string | Uint8Array): Promise<void> {
  return writeAtomic(path, (file) => file.writeFile(content));
}

/** Writes texts into a directory, each whole or not at all, by file name and in this order. */
export async function writeFiles(directory: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) await writeFileAtomic(join(directory, name), text);
}

/**
 * Deletes what a killed process was just writing into a directory that is locked.
 *
 * @param names only half-written ones of these, where the directory is not the program's own
 */
export async function removeTemporaryFiles(directory: string, names?: readonly string[]): Promise<void> {
  for (const name of await readdir(directory)) {
    const wanted = names?.some((whole) => name.startsWith(`${whole}.`)) ?? true;
    if (wanted && isTemporary(name)) await rm(join(directory, name), { force: true });
  }
}

/** Makes a directory, and those above it, survive a power cut. */
export async function makeDirectory(path: string): Promise<void> {
  await atPath(path, async () => {
    await mkdir(path, { recursive: true });
    await syncDirectory(dirname(path));
  });
}

async function syncDirectory(path: string): Promise<void> {
  if (process.platform === 'win32') return; // there, directories cannot be opened, nor need to be flushed
  const directory = await open(path, 'r');
  try {
    await directory.sync();
  } catch (error) {
    // Some network file systems cannot flush a directory; the rename is all that they offer.
    if (errorCode(error) !== 'EINVAL') throw error;
  } finally {
    await directory.close();
  }
}
