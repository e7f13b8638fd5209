import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '../../input/index.js';
import { z } from '../../input/zod.js';
import type { FieldDifference, Manifest, RunIdentity } from '../../output/manifest.js';
import { checkSealed, refuseFaults } from './checksums.js';
import { scenarioFiles } from '../../output/scenario-files.js';
import { atPath } from './store-error.js';

/** What must hold of a manifest before it is compared; the scenarios were checked before they were written. */
const shape = z.looseObject({
  status: z.enum(['running', 'complete']),
  accord: z.string(),
  kind: z.enum(['run', 'compare']),
  format: z.enum(['parquet', 'csv']),
  scenarios: z.array(z.looseObject({ name: z.string(), years: z.int().min(1) })).min(1),
  population: z.looseObject({ id: z.string(), title: z.string(), hash: z.string() }),
  posterior: z.string(),
  seed: z.string().min(1),
  replicates: z.int().min(1),
  shard: z.object({ index: z.int().min(1), of: z.int().min(1) }).nullable(),
  blockReplicates: z.int().min(1),
  outcomes: z.array(z.string()),
  digests: z.record(z.string(), z.string()).optional(),
  commandLine: z.string(),
  reproduce: z.string(),
});

/**
 * The manifest of an output directory, as it was sealed.
 *
 * @throws InputError when the path is no output directory of `run` or `compare`, or its manifest was changed
 */
export async function readManifest(directory: string): Promise<Manifest> {
  return readShape(directory, shape) as unknown as Promise<Manifest>;
}

/** What kind of result a directory holds, such as `run` or `sweep`. */
export async function readKind(directory: string): Promise<string> {
  return (await readShape(directory, z.looseObject({ kind: z.string() }))).kind;
}

/**
 * A manifest of which the shape holds.
 *
 * @throws InputError when there is none, it was changed since it was sealed, or it has another shape
 */
export async function readShape<T>(directory: string, wanted: { parse(value: unknown): T }): Promise<T> {
  const refuse = (rule: string, remedy: string): InputError =>
    new InputError([{ path: 'directory', value: directory, rule, remedy }]);
  if (!existsSync(directory)) throw refuse('must exist', 'give a directory that --out wrote');
  if (!statSync(directory).isDirectory()) throw refuse('must be a directory', '');
  const path = join(directory, 'manifest.json');
  if (!existsSync(path)) throw refuse('must hold a manifest.json', 'give a directory that --out wrote');
  refuseFaults(await checkSealed(directory, ['manifest.json']));
  const text = await atPath(path, () => readFile(path, 'utf8'));
  try {
    return wanted.parse(JSON.parse(text));
  } catch (error) {
    const what = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    throw refuse('must hold a manifest.json that this command reads', what.replace(/\s+/g, ' '));
  }
}

/** Files beside the manifest that a finished run must have. */
export function resultFiles(identity: RunIdentity): string[] {
  const tables = [`results.${identity.format}`, 'summary.csv', 'summary.json', 'codebook.csv'];
  return [...tables, ...Object.keys(scenarioFiles(identity)), 'README.txt'];
}

/** The refusal of a directory whose manifest does not fit, field by field. */
export function identityError(
  path: string,
  fields: readonly FieldDifference[],
  where: string,
  remedy: string,
): InputError {
  return new InputError(
    fields.map(({ field, left, right }) => ({
      path: `${path}/manifest.json`,
      column: field,
      value: left,
      rule: `must be ${right} as ${where}`,
      remedy,
    })),
  );
}
