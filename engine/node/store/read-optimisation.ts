import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ArchivedMix } from '../../analysis/index.js';
import { InputError } from '../../input/index.js';
import { z } from '../../input/zod.js';
import type { OptimisationManifest } from '../../output/optimisation-manifest.js';
import { parseArchive } from '../../output/optimisation-table.js';
import { checkSeal, checkSealed, refuseFaults } from './checksums.js';
import { readShape } from './read-manifest.js';
import { atPath } from './store-error.js';

/** What must hold of a manifest before it is read; the rest was checked before it was written. */
const shape = z.looseObject({
  accord: z.string(),
  kind: z.literal('optimise'),
  status: z.enum(['running', 'complete']),
  scenario: z.looseObject({ name: z.string(), years: z.int().min(1) }),
  factors: z.array(z.looseObject({ address: z.string() })).min(1),
  generations: z.int().min(0),
  replicates: z.int().min(1),
  finalReplicates: z.int().min(1),
});

/** Files beside the manifest and the mixes that a finished optimisation must have. */
export const optimisationFileNames = [
  'archive.csv',
  'codebook.csv',
  'mixes.csv',
  'optimisation.json',
  'scenario.yaml',
  'README.txt',
];

/** An optimisation as its directory holds it. */
export interface OptimisationContents {
  readonly manifest: OptimisationManifest;
  readonly mixes: readonly ArchivedMix[];
}

/**
 * An optimisation from its directory, finished or not. Of an unfinished one, a mix whose line is not whole is passed over.
 *
 * @throws InputError when it holds none, or one that is not as it was sealed
 */
export async function readOptimisation(directory: string): Promise<OptimisationContents> {
  const { status } = await readOptimisationManifest(directory);
  if (status === 'complete') refuseFaults((await checkSeal(directory, optimisationFileNames)).faults);
  const { hashed, ...contents } = await readUncheckedOptimisation(directory);
  // Lines without hashes are those of a finished file, which only the seal can vouch for.
  if (!hashed) refuseFaults(await checkSealed(directory, ['archive.csv']));
  return contents;
}

/** The same with its seal not checked beyond the manifest. */
export async function readUncheckedOptimisation(
  directory: string,
): Promise<OptimisationContents & { readonly hashed: boolean }> {
  const refuse = (rule: string, remedy: string): InputError =>
    new InputError([{ path: 'directory', value: directory, rule, remedy }]);
  const manifest = await readOptimisationManifest(directory);
  const path = join(directory, 'archive.csv');
  if (!existsSync(path))
    throw refuse('must hold an archive.csv', 'give a directory that accord-sim optimise wrote');
  const text = await atPath(path, () => readFile(path, 'utf8'));
  const addresses = manifest.factors.map(({ address }) => address);
  const archive = parseArchive(text, addresses);
  const remedy = 'restore its first line from a copy, or optimise in a new directory';
  if (!archive) throw refuse('must hold an archive.csv with the columns of its manifest', remedy);
  return { manifest, ...archive };
}

/** The manifest of an optimisation, as it was sealed. */
export async function readOptimisationManifest(directory: string): Promise<OptimisationManifest> {
  return (await readShape(directory, shape)) as unknown as OptimisationManifest;
}
