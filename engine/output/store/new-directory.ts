import { rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFileAtomic } from './atomic-file.js';
import { claimDirectory } from './claim-directory.js';

/**
 * Claims a new directory, does a task, and writes its files there. When the task fails the directory is gone again.
 *
 * @param directory none where nothing is to be written
 * @param filesOf the task's result: texts by file name
 * @param option that names the directory, for messages
 * @throws InputError when the directory exists or cannot be made, before the task starts
 */
export async function inNewDirectory<T>(
  directory: string | undefined,
  task: () => Promise<T>,
  filesOf: (result: T) => Readonly<Record<string, string>>,
  option = '--out',
): Promise<T> {
  if (directory === undefined) return task();
  await claimDirectory(directory, { option });
  try {
    const result = await task();
    await writeFiles(directory, filesOf(result));
    return result;
  } catch (error) {
    await rmdir(directory).catch(() => undefined); // only an empty one goes; what is written is kept
    throw error;
  }
}

/** Writes texts into a directory, each whole or not at all, by file name. */
export async function writeFiles(directory: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) await writeFileAtomic(join(directory, name), text);
}
