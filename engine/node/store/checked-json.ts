import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { InputError } from '../../input/index.js';
import { writeFileAtomic } from './atomic-file.js';
import { atPath } from './store-error.js';

/** Writes data as JSON under a checksum of its own, for a file that changes while others of its directory do not. */
export function writeCheckedJson(path: string, data: unknown): Promise<void> {
  const text = JSON.stringify(data);
  return writeFileAtomic(path, `${JSON.stringify({ sha256: hashOf(text) }).slice(0, -1)},"data":${text}}\n`);
}

/**
 * Reads it back.
 *
 * @param remedy what to do where it cannot be used
 * @throws InputError when it is missing, or not to the bit what was written
 */
export async function readCheckedJson(path: string, remedy: string): Promise<unknown> {
  const refuse = (value: string, rule: string): InputError => new InputError([{ path, value, rule, remedy }]);
  if (!existsSync(path)) throw refuse('missing', 'must be there');
  const text = await atPath(path, () => readFile(path, 'utf8'));
  const [, hash, data] = /^\{"sha256":"([0-9a-f]{64})","data":(.*)\}\n$/s.exec(text) ?? [];
  if (data === undefined || hash !== hashOf(data)) throw refuse('changed', 'must be as it was written');
  return JSON.parse(data);
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
