import { runSweep, type SweepRun } from '../../analysis/index.js';
import { inProcess, type CancelSignal, type Executor } from '../../ensemble/index.js';
import type { Problem } from '../../input/index.js';
import { loadPopulation, type Population } from '../../population/index.js';
import { sweepColumns, sweepRows } from '../../output/sweep-table.js';
import { checkSeal } from './checksums.js';
import { lineDifference, requireComplete, requireSameData } from './made-again.js';
import { readUnchecked, sweepFiles } from './read-sweep.js';
import { spread } from './spread.js';

export interface VerifySweepOptions {
  /** Runs to compute again, spread evenly from the first to the last. */
  readonly sample?: number | undefined;
  /** The population, where it is the user's own. */
  readonly population?: Population | undefined;
  readonly executor?: Executor | undefined;
  readonly signal?: CancelSignal | undefined;
}

export interface SweepVerifyReport {
  /** Whether all files are as they were sealed and all recomputed runs agree. */
  readonly ok: boolean;
  readonly faults: readonly Problem[];
  /** Files that do not belong to the sweep. */
  readonly extra: readonly string[];
  /** The runs that were computed again, and the first figure in which one differs. */
  readonly runs: readonly { readonly run: number; readonly difference: string | undefined }[];
}

/**
 * Checks the directory of a finished sweep: its seal, and a sample of its runs computed again, bit by bit.
 *
 * @throws InputError when it is unfinished, was changed, or is of another version or other data
 */
export async function verifySweep(
  directory: string,
  { sample = 10, executor = inProcess(), signal, ...options }: VerifySweepOptions = {},
): Promise<SweepVerifyReport> {
  const { manifest, runs } = await readUnchecked(directory);
  requireComplete(directory, manifest.status);
  const population = options.population ?? (await loadPopulation(manifest.population.id));
  requireSameData(directory, manifest, population);
  const { scenario, varied: factors, seed, replicates, outcomes } = manifest;
  const { faults, extra } = await checkSeal(directory, sweepFiles);
  const chosen = spread(sample, runs.length).map((index) => runs[index]!);
  const points = chosen.map(({ point }) => point);
  const plan = { scenario, factors, points, order: Uint32Array.from(points.keys()) };
  const again = await runSweep(plan, { population, seed, replicates, outcomes }, executor, { signal });
  const lineOf = (run: SweepRun): string => sweepRows([run], outcomes);
  const columns = sweepColumns(manifest.factors, outcomes);
  const compared = chosen.map((run, index) => ({
    run: run.run,
    difference: lineDifference(columns, lineOf(run), lineOf({ ...again[index]!, run: run.run })),
  }));
  const ok = faults.length === 0 && compared.every(({ difference }) => difference === undefined);
  return { ok, faults, extra, runs: compared };
}
