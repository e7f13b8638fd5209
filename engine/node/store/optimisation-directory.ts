import { open, readdir, rm } from 'node:fs/promises';
import { arch, cpus, platform } from 'node:os';
import { join } from 'node:path';
import { reproducingCommand } from '../../telling/reproducing-command.js';
import type { ArchivedMix, Optimisation, OptimiseSpec } from '../../analysis/index.js';
import { csvLines } from '../../output/csv-lines.js';
import { hashColumn, withHashes } from '../../output/hashed-lines.js';
import { optimisationFiles } from '../../output/optimisation-files.js';
import {
  optimisationDifferences,
  optimisationIdentity,
  type OptimisationManifest,
} from '../../output/optimisation-manifest.js';
import { archiveColumns, archiveRows } from '../../output/optimisation-table.js';
import { removeTemporaryFiles } from './atomic-file.js';
import { checkSeal, sealDirectory, writeSealed } from './checksums.js';
import { claimDirectory } from './claim-directory.js';
import { lockDirectory } from './lock-directory.js';
import { identityError } from './read-manifest.js';
import { readOptimisation } from './read-optimisation.js';
import { atPath } from './store-error.js';

export interface OpenOptimisationOptions {
  readonly directory: string;
  /** Go on with what an interrupted optimisation has left, or with more generations. */
  readonly resume: boolean;
  /** As typed. */
  readonly commandLine: string;
}

/** The directory of an optimisation that is under way. */
export interface OptimisationDirectory {
  /** What an earlier start has run. */
  readonly earlier: readonly ArchivedMix[];
  /** Keeps a mix; it is on the disk once the promise is fulfilled. */
  add(mix: ArchivedMix): Promise<void>;
  /** Writes all that belongs to a finished optimisation, under a seal. */
  finish(optimisation: Optimisation): Promise<void>;
  /** Leaves the directory to others; once, however the optimisation ends. */
  close(): Promise<void>;
}

/**
 * Opens the directory of an optimisation, before anything is computed.
 *
 * @throws InputError when it exists (without `resume`), is not as it was sealed or belongs to another optimisation
 * @throws StoreError when it cannot be written, or another process writes there
 */
export async function openOptimisation(
  spec: OptimiseSpec,
  { directory, resume, commandLine }: OpenOptimisationOptions,
): Promise<OptimisationDirectory> {
  const begun = await claimDirectory(directory, { resume });
  const unlock = await lockDirectory(directory);
  try {
    const identity = optimisationIdentity(spec);
    const found = begun ? await readOptimisation(directory) : undefined;
    const fields = found ? optimisationDifferences(found.manifest, identity, spec.generations) : [];
    const remedy = 'choose another --out, or the options of the optimisation to go on with';
    if (fields.length > 0) throw identityError(directory, fields, 'in this command', remedy);
    // The same whatever the directory is called and however many cores it took.
    const command = reproducingCommand(commandLine, ['--workers']);
    const manifest: OptimisationManifest = {
      ...identity,
      generations: spec.generations,
      status: 'running',
      platform: `${platform()} ${arch()}, ${cpus().length} cores, Node ${process.version}`,
      started: found?.manifest.started ?? new Date().toISOString(),
      commandLine: command,
    };
    await removeTemporaryFiles(directory);
    const columns = archiveColumns(spec.factors.map(({ address }) => address));
    const earlier = found?.mixes ?? [];
    const path = join(directory, 'archive.csv');
    const files = {
      'archive.csv': csvLines([[...columns, hashColumn]]) + withHashes(archiveRows(earlier)),
      'manifest.json': json(manifest),
    };
    const stale = found ? await sealedMixes(directory) : [];
    await writeSealed(directory, files, stale);
    for (const name of stale) await rm(join(directory, name)); // going on may find others
    await sealDirectory(directory, ['manifest.json']); // the archive grows from here on, each line under its own hash
    const file = await atPath(path, () => open(path, 'a'));
    let turn: Promise<void> = Promise.resolve();
    return {
      earlier,
      add(mix) {
        return (turn = turn.then(() =>
          atPath(path, async () => {
            await file.appendFile(withHashes(archiveRows([mix])));
            await file.datasync();
          }),
        ));
      },
      async finish({ document, archive }) {
        await writeSealed(directory, {
          'archive.csv': csvLines([columns]) + archiveRows(archive),
          ...optimisationFiles(document, spec.scenario, command),
          'manifest.json': json({ ...manifest, status: 'complete', finished: new Date().toISOString() }),
        });
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

/** The mixes that an earlier start has written and sealed. */
async function sealedMixes(directory: string): Promise<string[]> {
  const { extra } = await checkSeal(directory);
  const names = (await readdir(directory)).filter((name) => /^mix-\d+\.yaml$/.test(name));
  return names.filter((name) => !extra.includes(name));
}

function json(manifest: OptimisationManifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
