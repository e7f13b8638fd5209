import { createHash } from 'node:crypto';
import {
  hex,
  littleEndian,
  nextTask,
  runReplicate,
  worldLength,
  type CancelSignal,
} from '../../ensemble/index.js';
import type { Problem } from '../../input/index.js';
import { loadPopulation, type Population } from '../../population/index.js';
import { outlineOf, type Manifest } from '../../output/manifest.js';
import { checkSeal, refuseFaults } from './checksums.js';
import { requireComplete, requireSameData } from './made-again.js';
import { readKeptPopulation } from './kept-population.js';
import { readManifest, resultFiles } from './read-manifest.js';
import { readResults } from './read-results.js';
import { spread } from './spread.js';

export interface VerifyOptions {
  /** Replicates to compute again, spread evenly from the first to the last. */
  readonly sample?: number | undefined;
  /** The user's own population, where it is not the one that the directory keeps. */
  readonly population?: Population | undefined;
  readonly onProgress?: ((progress: { readonly done: number; readonly total: number }) => void) | undefined;
  readonly signal?: CancelSignal | undefined;
}

export interface VerifyReport {
  /** Whether all files are as they were sealed, and all digests and all recomputed replicates agree. */
  readonly ok: boolean;
  /** Files that are not as they were sealed. */
  readonly faults: readonly Problem[];
  /** Files that do not belong to the results. */
  readonly extra: readonly string[];
  /** Digests of each scenario: in the manifest and of the results as they are now. */
  readonly digests: readonly {
    readonly scenario: string;
    readonly manifest: string;
    readonly results: string;
  }[];
  /** The replicates that were computed again, and the first number in which one differs. */
  readonly replicates: readonly { readonly replicate: number; readonly difference: string | undefined }[];
}

const defaultSample = 10;

/**
 * Checks an output directory: its seal, the digest of all its results, and a sample of replicates computed again, bit by bit.
 *
 * @throws InputError when the directory is unfinished, its manifest was changed, its results are so damaged that they
 *   cannot be read, or it is of another version or other data
 * @throws StoreError when its results cannot be read
 */
export async function verifyDirectory(directory: string, options: VerifyOptions = {}): Promise<VerifyReport> {
  const manifest = await readManifest(directory);
  requireComplete(directory, manifest.status);
  const { faults, extra } = await checkSeal(directory, resultFiles(manifest));
  const population =
    options.population ??
    (await readKeptPopulation(directory, manifest))?.population ??
    (await loadPopulation(manifest.population.id));
  requireSameData(directory, manifest, population);
  const plan = outlineOf(manifest);
  const length = worldLength(plan.months);
  const hashes = plan.scenarios.map(() => createHash('sha256'));
  const first = plan.blocks[0]!.firstReplicate;
  const total = plan.blocks.reduce((sum, block) => sum + block.replicates, 0);
  const sample = new Set(spread(options.sample ?? defaultSample, total).map((index) => first + index));
  const replicates: { replicate: number; difference: string | undefined }[] = [];
  const blocks = readResults(directory, plan, manifest.format);
  for await (const { block, values } of explainedBy(faults, blocks)) {
    for (let index = 0; index < block.replicates; index++) {
      const replicate = block.firstReplicate + index;
      const width = hashes.length * length;
      const found = values.subarray(index * width, (index + 1) * width);
      hashes.forEach((hash, scenario) =>
        hash.update(littleEndian(found.subarray(scenario * length, (scenario + 1) * length))),
      );
      if (sample.has(replicate)) {
        const again = runReplicate(population, plan.scenarios, plan.seed, replicate);
        replicates.push({ replicate, difference: firstDifference(found, again, manifest) });
        await nextTask();
        if (options.signal?.aborted) throw options.signal.reason;
      }
    }
    options.onProgress?.({ done: block.firstReplicate + block.replicates - first, total });
  }
  const digests = plan.scenarios.map(({ name }, index) => ({
    scenario: name,
    manifest: manifest.digests?.[name] ?? 'none',
    results: hex(hashes[index]!.digest()),
  }));
  const ok =
    faults.length === 0 &&
    digests.every(({ manifest: kept, results }) => kept === results) &&
    replicates.every(({ difference }) => difference === undefined);
  return { ok, faults, extra, digests, replicates };
}

/** Of results that cannot be read it is said what is wrong with their files. */
async function* explainedBy<T>(faults: readonly Problem[], blocks: AsyncIterable<T>): AsyncGenerator<T> {
  try {
    yield* blocks;
  } catch (error) {
    refuseFaults(faults);
    throw error;
  }
}

function firstDifference(found: Float64Array, again: Float64Array, { scenarios, outcomes: ids }: Manifest) {
  const at = again.findIndex((value, index) => !Object.is(value, found[index]));
  if (at < 0) return undefined;
  const months = again.length / scenarios.length / ids.length;
  const scenario = scenarios[Math.floor(at / months / ids.length)]!.name;
  const outcome = ids[Math.floor(at / months) % ids.length]!;
  return `${scenario}: ${outcome} at month ${at % months} = ${found[at]!} must be ${again[at]!}`;
}
