import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { reproducingCommand } from '../../telling/reproducing-command.js';
import {
  compareDocument,
  RunDigest,
  runDocument,
  summarise,
  version,
  type CancelSignal,
  type CompareDocument,
  type RunDocument,
} from '../../ensemble/index.js';
import { InputError, type Problem } from '../../input/index.js';
import {
  identityDifferences,
  identityIn,
  outlineOf,
  type Manifest,
  type ResultFormat,
} from '../../output/manifest.js';
import { checkSeal, refuseFaults } from './checksums.js';
import { openDirectory } from './output-directory.js';
import { readKeptPopulation } from './kept-population.js';
import { identityError, readManifest, resultFiles } from './read-manifest.js';
import { readResults } from './read-results.js';
import { StoreError } from './store-error.js';

export interface MergeOptions {
  /** The directory to write; it must not exist yet. */
  readonly directory: string;
  readonly format?: ResultFormat | undefined;
  readonly commandLine: string;
  readonly onProgress?: ((progress: { readonly done: number; readonly total: number }) => void) | undefined;
  readonly signal?: CancelSignal | undefined;
}

interface ShardDirectory {
  readonly path: string;
  readonly manifest: Manifest;
}

/**
 * Joins the directories of all shards of one run into the directory that the run without shards writes, digest and
 * document included.
 *
 * @throws InputError when a shard is missing, given twice, unfinished, changed or of another run; nothing is written then
 * @throws StoreError when results are damaged or cannot be written
 */
export async function mergeDirectories(
  paths: readonly string[],
  options: MergeOptions,
): Promise<RunDocument | CompareDocument> {
  const shards = await readShards(paths);
  const [first] = shards;
  const format = options.format ?? first!.manifest.format;
  const identity = { ...identityIn(first!.manifest), format, shard: null };
  const plan = outlineOf(identity);
  const whole = reproducingCommand(first!.manifest.reproduce, ['--shard', '--format']);
  const reproduce = format === 'parquet' ? whole : `${whole} --format ${format}`;
  const populationCsv = (await readKeptPopulation(first!.path, first!.manifest))?.csv;
  const open = { ...options, kind: identity.kind, reproduce, populationCsv };
  const store = await openDirectory(plan, identity, open);
  try {
    let done = 0;
    for (const { path, manifest } of shards) {
      const outline = outlineOf(manifest);
      for await (const { block, values } of readResults(path, outline, manifest.format)) {
        if (options.signal?.aborted) throw options.signal.reason;
        await store.put(block, values);
        options.onProgress?.({ done: (done += block.replicates), total: plan.replicates });
      }
      const digests = await new RunDigest(outline, store, () => createHash('sha256')).finish();
      manifest.scenarios.forEach(({ name }, index) => {
        if (manifest.digests?.[name] === digests[index]) return;
        throw new StoreError(
          `${path}: the results of ${name} must have the digest of the manifest; run the shard again`,
        );
      });
    }
    const digests = await new RunDigest(plan, store, () => createHash('sha256')).finish();
    const differences = identity.kind === 'compare';
    const summary = await summarise(plan, store, { differences, signal: options.signal });
    const document = (differences ? compareDocument : runDocument)(plan, summary, digests);
    await store.finish(document);
    return document;
  } catch (error) {
    await rm(store.directory, { recursive: true, force: true });
    throw error;
  } finally {
    store.close();
  }
}

/** All shards in order, after every check that needs no results. */
async function readShards(paths: readonly string[]): Promise<ShardDirectory[]> {
  const shards = await Promise.all(paths.map(async (path) => ({ path, manifest: await readManifest(path) })));
  const [first] = shards;
  if (!first) {
    throw new InputError([
      {
        path: 'merge',
        value: '',
        rule: 'must have at least one directory',
        remedy: 'name those of all shards',
      },
    ]);
  }
  for (const { path, manifest } of shards) {
    const fields = identityDifferences(manifest, first.manifest, ['shard', 'format']);
    if (fields.length > 0) throw identityError(path, fields, `in ${first.path}`, 'merge shards of one run');
  }
  if (first.manifest.accord !== version) {
    const fields = [{ field: 'accord', left: first.manifest.accord, right: version }];
    throw identityError(first.path, fields, 'this program', 'merge with the version that ran the shards');
  }
  refuseFaults(shardProblems(shards));
  const seals = shards.map(({ path, manifest }) => checkSeal(path, resultFiles(manifest)));
  refuseFaults((await Promise.all(seals)).flatMap(({ faults }) => faults));
  return shards.sort((a, b) => a.manifest.shard!.index - b.manifest.shard!.index);
}

function shardProblems(shards: readonly ShardDirectory[]): Problem[] {
  const problems: Problem[] = [];
  const of = shards[0]?.manifest.shard?.of ?? 1;
  const found = new Map<number, string>();
  for (const { path, manifest } of shards) {
    const { shard, status } = manifest;
    const add = (value: string, rule: string, remedy: string): void => {
      problems.push({ path, value, rule, remedy });
    };
    if (shard === null) {
      add('the whole run', 'must be a shard', 'it needs no merging');
      continue;
    }
    const name = `${shard.index}/${shard.of}`;
    const twin = found.get(shard.index);
    if (shard.of !== of)
      add(name, `must be one of ${of} shards as the first directory`, 'merge shards of one run');
    if (twin !== undefined) add(name, `must be given once, and is also in ${twin}`, 'leave one out');
    if (status !== 'complete') add(name, 'must be complete', 'finish it with --resume');
    found.set(shard.index, path);
  }
  for (let index = 1; index <= of; index++) {
    if (found.has(index) || problems.length > 0) continue;
    const remedy = 'add its directory';
    problems.push({ path: 'merge', value: `${index}/${of}`, rule: 'must be among the directories', remedy });
  }
  return problems;
}
