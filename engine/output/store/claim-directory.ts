import { existsSync, statSync } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { InputError } from '../../evidence/index.js';
import { makeDirectory, temporaryMark } from './atomic-file.js';
import { errorCode, explainError, StoreError } from './store-error.js';

export interface ClaimOptions {
  /** Go on with what is there; left out where the command cannot. */
  readonly resume?: boolean | undefined;
  /** The option that names the directory, for messages; default `--out`. */
  readonly option?: string;
}

/**
 * Makes the directory of a result, before anything is computed.
 *
 * @returns whether there was one, with something in it
 * @throws InputError when it exists (without `resume`), is a file or cannot be made
 */
export async function claimDirectory(
  directory: string,
  { resume, option = '--out' }: ClaimOptions = {},
): Promise<boolean> {
  const refuse = (rule: string, remedy: string): InputError =>
    new InputError([{ path: option, value: directory, rule, remedy }]);
  if (existsSync(directory)) {
    if (!statSync(directory).isDirectory()) throw refuse('must not be a file', 'choose another name');
    if (!resume) {
      const others = resume === undefined ? ' or delete it' : ', delete it, or go on with --resume';
      throw refuse('must not exist yet', `choose another name${others}`);
    }
    const names = (await readdir(directory)).filter((name) => !name.includes(temporaryMark));
    return names.length > 0;
  }
  try {
    await makeDirectory(dirname(directory));
    await mkdir(directory);
  } catch (error) {
    if (error instanceof StoreError || errorCode(error) !== undefined) {
      const cause = error instanceof StoreError ? error.cause : error;
      throw refuse(`must be a directory that can be made: ${explainError(cause)}`, '');
    }
    throw error;
  }
  return false;
}
