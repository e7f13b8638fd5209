import { existsSync } from 'node:fs';
import { readFile, rm, rmdir } from 'node:fs/promises';
import { arch, cpus, platform } from 'node:os';
import { join, resolve } from 'node:path';
import { reproducingCommand } from '../../telling/reproducing-command.js';
import {
  commit,
  type BlockStore,
  type CompareDocument,
  type Plan,
  type PlanOutline,
  type RunDocument,
} from '../../ensemble/index.js';
import { codebookCsv } from '../../output/codebook.js';
import {
  identityDifferences,
  identityOf,
  populationFile,
  type Manifest,
  type ResultFormat,
  type RunIdentity,
} from '../../output/manifest.js';
import { readmeText, type ExtraFile } from '../../output/readme.js';
import { writeResultsCsv } from '../../output/results-csv.js';
import { writeResultsParquet } from '../../output/results-parquet.js';
import { scenarioFiles } from '../../output/scenario-files.js';
import { summaryCsv } from '../../output/summary-csv.js';
import { removeTemporaryFiles, writeAtomic } from './atomic-file.js';
import { openBlockDirectory } from './block-directory.js';
import { checkSeal, refuseFaults, sealFile, writeSealed } from './checksums.js';
import { claimDirectory } from './claim-directory.js';
import { lockDirectory } from './lock-directory.js';
import { identityError, readManifest, resultFiles } from './read-manifest.js';

export interface OpenOptions {
  readonly directory: string;
  readonly kind: RunIdentity['kind'];
  /** Go on with what an interrupted run has left; a directory that does not exist is begun. */
  readonly resume?: boolean | undefined;
  readonly format?: ResultFormat | undefined;
  /** As typed. */
  readonly commandLine: string;
  /** The command that makes the same results, where it is another one; the README repeats it. */
  readonly reproduce?: string | undefined;
  /** Text of the file of districts, where the population is the user's own. */
  readonly populationCsv?: string | undefined;
}

/** A store whose result is an output directory. */
export interface OutputDirectory extends BlockStore {
  readonly directory: string;
  /**
   * Completes the directory.
   *
   * @param extra files that an option of the command adds
   */
  finish(document: RunDocument | CompareDocument, extra?: readonly ExtraFile[]): Promise<void>;
  /** Leaves the directory to others, however the run ends; one that has finished has left it. */
  close(): void;
}

/**
 * Opens an output directory for a plan, before anything is computed.
 *
 * @throws InputError when it exists (without `resume`), is a file, is no directory of this program, is not as it was
 *   sealed, or belongs to another run; the differences are listed field by field
 * @throws StoreError when it cannot be written, or another process writes there
 */
export function openStore(plan: Plan, options: OpenOptions): Promise<OutputDirectory> {
  return openDirectory(plan, identityOf(plan, options.kind, options.format ?? 'parquet'), options);
}

/** The same for a run that is only known by its identity, such as one that is merged. */
export async function openDirectory(
  plan: PlanOutline,
  identity: RunIdentity,
  options: OpenOptions,
): Promise<OutputDirectory> {
  const { directory: given, resume = false } = options;
  const directory = resolve(given);
  const begun = await claimDirectory(given, { resume });
  const unlock = await lockDirectory(directory);
  try {
    const found = begun ? await readManifest(directory) : undefined;
    if (found) {
      const fields = identityDifferences(found, identity);
      const remedy = 'choose another --out, or the options of the run to go on with';
      if (fields.length > 0) throw identityError(given, fields, 'in this command', remedy);
    }
    const complete = found !== undefined && (await isComplete(directory, found));
    const manifest = { ...(found ?? startManifest(identity, options)) };
    if (!complete) {
      delete manifest.digests;
      delete manifest.finished;
      await writeSealed(directory, { 'manifest.json': json({ ...manifest, status: 'running' }) });
    }
    await removeTemporaryFiles(directory);
    const blocks = await openBlockDirectory(directory, plan, identity);
    if (complete) await blocks.remove();
    const document = complete ? await readDocument(directory) : undefined;
    if (complete) unlock();
    return {
      ...blocks,
      directory,
      document,
      async finish(result, extra = []) {
        const digests = digestsOf(result);
        const done: Manifest = {
          ...manifest,
          status: 'complete',
          digests,
          finished: new Date().toISOString(),
        };
        const results = `results.${identity.format}`;
        await writeResults(join(directory, results), plan, blocks, identity.format);
        const texts: Readonly<Record<string, string>> = {
          'summary.csv': summaryCsv(result),
          'summary.json': `${JSON.stringify(result)}\n`,
          'codebook.csv': codebookCsv(),
          ...scenarioFiles(identity),
          ...(options.populationCsv === undefined ? {} : { [populationFile]: options.populationCsv }),
          ...Object.fromEntries(extra.map(({ name, text }) => [name, text])),
          'README.txt': readmeText(done, extra),
          'manifest.json': json(done),
        };
        await writeSealed(directory, texts, [results]);
        await blocks.remove();
        unlock();
      },
      close: unlock,
    };
  } catch (error) {
    unlock();
    if (!begun && !resume) await removeBegun(directory);
    throw error;
  }
}

/**
 * Whether a run is finished and whole. One that has lost a file is made again.
 *
 * @throws InputError when a file is not as it was sealed
 */
async function isComplete(directory: string, manifest: Manifest): Promise<boolean> {
  const files = resultFiles(manifest);
  if (manifest.status !== 'complete' || !files.every((name) => existsSync(join(directory, name))))
    return false;
  refuseFaults((await checkSeal(directory, files)).faults);
  return true;
}

/** What a start that failed has made; anything else that is there by now stays, and its directory with it. */
async function removeBegun(directory: string): Promise<void> {
  for (const name of [sealFile, 'manifest.json']) await rm(join(directory, name), { force: true });
  await rmdir(directory).catch(() => undefined);
}

function startManifest(identity: RunIdentity, { commandLine, reproduce }: OpenOptions): Manifest {
  return {
    ...identity,
    status: 'running',
    commit,
    platform: `${platform()} ${arch()}, ${cpus().length} cores, Node ${process.version}`,
    started: new Date().toISOString(),
    commandLine,
    reproduce: reproduce ?? reproducingCommand(commandLine),
  };
}

function json(manifest: Manifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

async function writeResults(
  path: string,
  plan: PlanOutline,
  blocks: BlockStore,
  format: ResultFormat,
): Promise<void> {
  await writeAtomic(path, (file) =>
    format === 'csv'
      ? writeResultsCsv(plan, blocks, (text) => file.writeFile(text))
      : writeResultsParquet(plan, blocks, (bytes) => file.writeFile(bytes)),
  );
}

async function readDocument(directory: string): Promise<RunDocument | CompareDocument> {
  return JSON.parse(await readFile(join(directory, 'summary.json'), 'utf8')) as RunDocument | CompareDocument;
}

function digestsOf(document: RunDocument | CompareDocument): Record<string, string> {
  if ('scenario' in document) return { [document.scenario]: document.digest };
  return Object.fromEntries(Object.entries(document.scenarios).map(([name, { digest }]) => [name, digest]));
}
