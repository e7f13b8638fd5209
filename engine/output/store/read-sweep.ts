import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SweepRun } from '../../analysis/index.js';
import { InputError } from '../../evidence/index.js';
import { z } from '../../evidence/zod.js';
import type { SweepManifest } from '../sweep-manifest.js';
import { parseSweepRuns } from '../sweep-table.js';
import { atPath } from './store-error.js';

/** What must hold of a manifest before it is read; the rest was checked before it was written. */
const shape = z.looseObject({
  accord: z.string(),
  kind: z.literal('sweep'),
  scenario: z.looseObject({ name: z.string(), years: z.int().min(1) }),
  factors: z.array(z.string()).min(1),
  outcomes: z.array(z.string()).min(1),
  varied: z.array(z.looseObject({ address: z.string() })),
});

/**
 * A sweep from its directory, finished or not.
 *
 * @throws InputError when it holds none
 */
export async function readSweep(
  directory: string,
): Promise<{ readonly manifest: SweepManifest; readonly runs: readonly SweepRun[] }> {
  const refuse = (rule: string, remedy: string): InputError =>
    new InputError([{ path: 'directory', value: directory, rule, remedy }]);
  const text = async (name: string): Promise<string> => {
    const path = join(directory, name);
    if (!existsSync(path))
      throw refuse(`must hold a ${name}`, 'give a directory that accord-sim sweep wrote');
    return atPath(path, () => readFile(path, 'utf8'));
  };
  const parsed = shape.safeParse(parseJson(await text('manifest.json')));
  if (!parsed.success) {
    throw refuse('must hold the manifest of a sweep', z.prettifyError(parsed.error).replace(/\s+/g, ' '));
  }
  const manifest = parsed.data as unknown as SweepManifest;
  const runs = parseSweepRuns(await text('runs.csv'), manifest.factors, manifest.outcomes);
  if (!runs) throw refuse('must hold a runs.csv with the columns of its manifest', '');
  return { manifest, runs };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
