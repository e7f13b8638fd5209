import { evaluateMixes, mixStages } from '../../analysis/index.js';
import { inProcess, type CancelSignal, type Executor } from '../../ensemble/index.js';
import type { Problem } from '../../input/index.js';
import { outcomes } from '../../model/outcomes/index.js';
import { loadPopulation, type Population } from '../../population/index.js';
import { archiveColumns, archiveRows } from '../../output/optimisation-table.js';
import { checkSeal } from './checksums.js';
import { lineDifference, requireComplete, requireSameData } from './made-again.js';
import { optimisationFileNames, readUncheckedOptimisation } from './read-optimisation.js';
import { spread } from './spread.js';

export interface VerifyOptimisationOptions {
  /** Mixes to compute again, spread evenly from the first to the last. */
  readonly sample?: number | undefined;
  /** The population, where it is the user's own. */
  readonly population?: Population | undefined;
  readonly executor?: Executor | undefined;
  readonly signal?: CancelSignal | undefined;
}

export interface OptimisationVerifyReport {
  /** Whether all files are as they were sealed and all recomputed mixes agree. */
  readonly ok: boolean;
  readonly faults: readonly Problem[];
  /** Files that do not belong to the optimisation. */
  readonly extra: readonly string[];
  /** The mixes that were computed again, by their line in archive.csv, and the first figure in which one differs. */
  readonly mixes: readonly { readonly line: number; readonly difference: string | undefined }[];
}

/**
 * Checks the directory of a finished optimisation: its seal, and a sample of its mixes computed again, bit by bit.
 *
 * @throws InputError when it is unfinished, was changed, or is of another version or other data
 */
export async function verifyOptimisation(
  directory: string,
  { sample = 10, executor = inProcess(), signal, ...options }: VerifyOptimisationOptions = {},
): Promise<OptimisationVerifyReport> {
  const { manifest, mixes } = await readUncheckedOptimisation(directory);
  requireComplete(directory, manifest.status);
  const population = options.population ?? (await loadPopulation(manifest.population.id));
  requireSameData(directory, { ...manifest, outcomes: outcomes.map(({ id }) => id) }, population);
  const { faults, extra } = await checkSeal(directory, optimisationFileNames);
  const { scenario, seed, outcome, factors, replicates, finalReplicates } = manifest;
  const search = { scenario, population, seed, outcome, factors, replicates };
  const specs = { search, judgement: { ...search, replicates: finalReplicates, firstReplicate: replicates } };
  const columns = archiveColumns(factors.map(({ address }) => address));
  const chosen = spread(sample, mixes.length);
  const compared: { line: number; difference: string | undefined }[] = [];
  for (const stage of mixStages) {
    const places = chosen.filter((place) => mixes[place]!.stage === stage);
    const wanted = places.map((place) => mixes[place]!.mix);
    const again = await evaluateMixes(wanted, specs[stage], executor, { signal });
    places.forEach((place, index) => {
      const found = mixes[place]!;
      const made = { ...again[index]!, stage, generation: found.generation };
      const difference = lineDifference(columns, archiveRows([found]), archiveRows([made]));
      compared.push({ line: place + 2, difference }); // the head is line 1
    });
  }
  const ok = faults.length === 0 && compared.every(({ difference }) => difference === undefined);
  return { ok, faults, extra, mixes: compared };
}
