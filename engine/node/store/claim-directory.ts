import { existsSync, statSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { InputError } from '../../input/index.js';
import { makeDirectory } from './atomic-file.js';
import { isBarelyBegun } from './checksums.js';
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
 * @returns whether there was one in which something has begun
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
    return !(await isBarelyBegun(directory));
  }
  try {
    await makeDirectory(dirname(directory));
    await mkdir(directory);
  } catch (error) {
    if (errorCode(error) === 'EEXIST') {
      // Between the look and the making: another command was faster.
      if (resume) return claimDirectory(directory, { resume, option });
      throw refuse('must not exist yet: another command has just made it', 'choose another name');
    }
    if (error instanceof StoreError || errorCode(error) !== undefined) {
      const cause = error instanceof StoreError ? error.cause : error;
      throw refuse(`must be a directory that can be made: ${explainError(cause)}`, '');
    }
    throw error;
  }
  return false;
}
