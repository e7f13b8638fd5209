import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SweepRun } from '../../analysis/index.js';
import { InputError } from '../../input/index.js';
import { z } from '../../input/zod.js';
import type { SweepManifest } from '../../output/sweep-manifest.js';
import { parseSweepRuns } from '../../output/sweep-table.js';
import { checkSeal, checkSealed, refuseFaults } from './checksums.js';
import { readShape } from './read-manifest.js';
import { atPath } from './store-error.js';

/** What must hold of a manifest before it is read; the rest was checked before it was written. */
const shape = z.looseObject({
  accord: z.string(),
  kind: z.literal('sweep'),
  status: z.enum(['running', 'complete']),
  scenario: z.looseObject({ name: z.string(), years: z.int().min(1) }),
  factors: z.array(z.string()).min(1),
  outcomes: z.array(z.string()).min(1),
  varied: z.array(z.looseObject({ address: z.string() })),
});

/** Files beside the manifest that a finished sweep must have. */
export const sweepFiles = ['runs.csv', 'codebook.csv', 'scenario.yaml', 'design.yaml', 'README.txt'];

/** A sweep as its directory holds it. */
export interface SweepContents {
  readonly manifest: SweepManifest;
  readonly runs: readonly SweepRun[];
}

/**
 * A sweep from its directory, finished or not. Of an unfinished one, a run whose line is not whole is passed over.
 *
 * @throws InputError when it holds none, or one that is not as it was sealed
 */
export async function readSweep(directory: string): Promise<SweepContents> {
  const { status } = await readSweepManifest(directory);
  if (status === 'complete') refuseFaults((await checkSeal(directory, sweepFiles)).faults);
  const { hashed, ...contents } = await readUnchecked(directory);
  // Lines without hashes are those of a finished file, which only the seal can vouch for.
  if (!hashed) refuseFaults(await checkSealed(directory, ['runs.csv']));
  return contents;
}

/** The same with its seal not checked beyond the manifest. */
export async function readUnchecked(
  directory: string,
): Promise<SweepContents & { readonly hashed: boolean }> {
  const refuse = (rule: string, remedy: string): InputError =>
    new InputError([{ path: 'directory', value: directory, rule, remedy }]);
  const manifest = await readSweepManifest(directory);
  const path = join(directory, 'runs.csv');
  if (!existsSync(path)) throw refuse('must hold a runs.csv', 'give a directory that accord-sim sweep wrote');
  const text = await atPath(path, () => readFile(path, 'utf8'));
  const table = parseSweepRuns(text, manifest.factors, manifest.outcomes);
  const remedy = 'restore its first line from a copy, or run the sweep in a new directory';
  if (!table) throw refuse('must hold a runs.csv with the columns of its manifest', remedy);
  return { manifest, ...table };
}

/** The manifest of a sweep, as it was sealed. */
export async function readSweepManifest(directory: string): Promise<SweepManifest> {
  return (await readShape(directory, shape)) as unknown as SweepManifest;
}
