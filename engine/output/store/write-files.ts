import { join } from 'node:path';
import { writeFileAtomic } from './atomic-file.js';

/** Writes texts into a directory, each whole or not at all, by file name. */
export async function writeFiles(directory: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) await writeFileAtomic(join(directory, name), text);
}
