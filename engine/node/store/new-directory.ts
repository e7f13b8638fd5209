import { rmdir } from 'node:fs/promises';
import { writeSealed } from './checksums.js';
import { claimDirectory } from './claim-directory.js';
import { lockDirectory } from './lock-directory.js';

/**
 * Claims a new directory, does a task, and writes its files there under a seal. When the task fails the directory is gone again.
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
  const unlock = await lockDirectory(directory);
  try {
    const result = await task();
    await writeSealed(directory, filesOf(result));
    unlock();
    return result;
  } catch (error) {
    unlock();
    await rmdir(directory).catch(() => undefined); // only an empty one goes; what is written is kept
    throw error;
  }
}
