import { open } from 'node:fs/promises';
import { arch, cpus, platform } from 'node:os';
import { join } from 'node:path';
import type { SweepPlan, SweepRun } from '../../analysis/index.js';
import { scenarioToYaml } from '../../scenario/index.js';
import { csvLines } from '../../output/csv-lines.js';
import { withHashes } from '../../output/hashed-lines.js';
import {
  sweepDifferences,
  type SweepIdentity,
  type SweepManifest,
  sweepReadme,
} from '../../output/sweep-manifest.js';
import { hashedHead, sweepCodebook, sweepColumns, sweepRows } from '../../output/sweep-table.js';
import { removeTemporaryFiles } from './atomic-file.js';
import { sealDirectory, writeSealed } from './checksums.js';
import { claimDirectory } from './claim-directory.js';
import { lockDirectory } from './lock-directory.js';
import { identityError } from './read-manifest.js';
import { readSweep } from './read-sweep.js';
import { atPath } from './store-error.js';

export interface OpenSweepOptions {
  readonly directory: string;
  /** Go on with what an interrupted sweep has left; the design may have grown. */
  readonly resume: boolean;
  /** As typed. */
  readonly commandLine: string;
  /** The design file as read. */
  readonly designText: string;
}

/** The directory of a sweep that is under way. */
export interface SweepDirectory {
  /** What an earlier start has left. */
  readonly earlier: readonly SweepRun[];
  /** Keeps a run; it is on the disk once the promise is fulfilled. */
  add(run: SweepRun): Promise<void>;
  /** Writes all runs in the order of the design, and what else belongs to a finished sweep. */
  finish(runs: readonly SweepRun[]): Promise<SweepManifest>;
  /** Leaves the file of runs; once, however the sweep ends. */
  close(): Promise<void>;
}

/**
 * Opens the directory of a sweep, before anything is computed.
 *
 * @throws InputError when it exists (without `resume`), is not as it was sealed or belongs to a sweep with other runs
 * @throws StoreError when it cannot be written, or another process writes there
 */
export async function openSweep(
  plan: SweepPlan,
  identity: SweepIdentity,
  { directory, resume, commandLine, designText }: OpenSweepOptions,
): Promise<SweepDirectory> {
  const begun = await claimDirectory(directory, { resume });
  const unlock = await lockDirectory(directory);
  try {
    const found = begun ? await readSweep(directory) : undefined;
    if (found) {
      const fields = sweepDifferences(found.manifest, identity);
      const remedy = 'choose another --out, or the options of the sweep to go on with';
      if (fields.length > 0) throw identityError(directory, fields, 'in this command', remedy);
    }
    const { title, question = '', design } = plan.design;
    const manifest: SweepManifest = {
      ...identity,
      title,
      question,
      design,
      varied: plan.factors,
      runs: plan.points.length,
      status: 'running',
      platform: `${platform()} ${arch()}, ${cpus().length} cores, Node ${process.version}`,
      started: found?.manifest.started ?? new Date().toISOString(),
      commandLine: commandLine.replace(/\s+--resume\b/g, ''),
    };
    const { factors, outcomes } = identity;
    const rows = (runs: readonly SweepRun[]): string => (runs.length === 0 ? '' : sweepRows(runs, outcomes));
    await removeTemporaryFiles(directory);
    // What failed is tried again: it may have failed for the machine's sake.
    const earlier = (found?.runs ?? []).filter(({ error }) => error === '');
    const path = join(directory, 'runs.csv');
    await writeSealed(directory, {
      'runs.csv': hashedHead(factors, outcomes) + withHashes(rows(earlier)),
      'manifest.json': json(manifest),
    });
    await sealDirectory(directory, ['manifest.json']); // the runs grow from here on, each under its own hash
    const file = await atPath(path, () => open(path, 'a'));
    let turn: Promise<void> = Promise.resolve();
    return {
      earlier,
      add(run) {
        return (turn = turn.then(() =>
          atPath(path, async () => {
            await file.appendFile(withHashes(rows([run])));
            await file.datasync();
          }),
        ));
      },
      async finish(runs) {
        const failed = runs.filter(({ error }) => error !== '').length;
        const done: SweepManifest = {
          ...manifest,
          status: 'complete',
          failed,
          finished: new Date().toISOString(),
        };
        await writeSealed(directory, {
          'runs.csv': csvLines([sweepColumns(factors, outcomes)]) + rows(runs),
          'codebook.csv': sweepCodebook(plan.factors),
          'scenario.yaml': scenarioToYaml(identity.scenario),
          'design.yaml': designText,
          'README.txt': sweepReadme(done),
          'manifest.json': json(done),
        });
        return done;
      },
      async close() {
        await file.close();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

function json(manifest: SweepManifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
