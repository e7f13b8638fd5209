import { createReadStream, existsSync, statSync } from 'node:fs';
import { InputError } from '../../input/index.js';

/**
 * Text of a file that the user names. Its size is checked before it is read, and again while it is, as a pipe has
 * none.
 *
 * @param limit bytes at most
 * @param remedy what to do when there is no such file
 * @throws InputError when it is missing, a directory, too large or no UTF-8 text
 */
export async function readInputFile(path: string, limit: number, remedy = ''): Promise<string> {
  const refuse = (rule: string, what: string): never => {
    throw new InputError([{ path: 'file', value: path, rule, remedy: what }]);
  };
  if (!existsSync(path)) refuse('must exist', remedy);
  const size = statSync(path);
  if (size.isDirectory()) refuse('must be a file, not a directory', '');
  const tooLarge = (): never => refuse(`must be at most ${limit.toLocaleString('en-US')} bytes`, '');
  if (size.size > limit) tooLarge();
  const parts: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const part of createReadStream(path)) {
      parts.push(part as Buffer);
      bytes += (part as Buffer).length;
      if (bytes > limit) tooLarge();
    }
  } catch (error) {
    if (error instanceof InputError) throw error;
    refuse('must be readable', error instanceof Error ? error.message : String(error));
  }
  return decode(Buffer.concat(parts)) ?? refuse('must be UTF-8 text', 'save it as UTF-8');
}

function decode(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
