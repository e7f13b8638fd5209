/** A directory that cannot be written or read as it should: a failed run, not bad input. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
}

const meanings: Readonly<Record<string, string>> = {
  ENOSPC: 'no space is left on the device; free some and go on with --resume',
  EDQUOT: 'the disk quota is used up; free some space and go on with --resume',
  EACCES: 'permission is denied; choose a place that may be written',
  EPERM: 'the operation is not permitted; choose a place that may be written',
  EROFS: 'the file system is read-only; choose a place that may be written',
  ENOTDIR: 'a part of the path is a file; choose another directory',
  EEXIST: 'a part of the path is a file; choose another directory',
  EISDIR: 'it is a directory and must be a file',
  EIO: 'the device failed; choose another place or go on with --resume',
  EMFILE: 'too many files are open; raise the limit with `ulimit -n`',
};

/** Code of a system error, such as ENOSPC. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** What a system error means for the user, with its remedy. */
export function explainError(error: unknown): string {
  return meanings[errorCode(error) ?? ''] ?? (error instanceof Error ? error.message : String(error));
}

/** Runs a task on a path; a system error comes out as StoreError that names the path and the remedy. */
export async function atPath<T>(path: string, task: () => T | Promise<T>): Promise<T> {
  try {
    return await task();
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    throw new StoreError(`${path}: ${explainError(error)}`, { cause: error });
  }
}
