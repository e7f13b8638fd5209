import { existsSync, readFileSync } from 'node:fs';
import { rmdir } from 'node:fs/promises';
import { arch, cpus, platform } from 'node:os';
import { join, resolve } from 'node:path';
import {
  commit,
  type BlockStore,
  type CompareDocument,
  type Plan,
  type PlanOutline,
  type RunDocument,
} from '../../ensemble/index.js';
import { codebookCsv } from '../codebook.js';
import {
  identityDifferences,
  identityOf,
  populationFile,
  type Manifest,
  type ResultFormat,
  type RunIdentity,
} from '../manifest.js';
import { readmeText, type ExtraFile } from '../readme.js';
import { reproducingCommand } from '../reproducing-command.js';
import { writeResultsCsv } from '../results-csv.js';
import { writeResultsParquet } from '../results-parquet.js';
import { scenarioFiles } from '../scenario-files.js';
import { summaryCsv } from '../summary-csv.js';
import { writeAtomic, writeFileAtomic } from './atomic-file.js';
import { openBlockDirectory, removeTemporaryFiles } from './block-directory.js';
import { claimDirectory } from './claim-directory.js';
import { identityError, readManifest } from './read-manifest.js';

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
}

/**
 * Opens an output directory for a plan, before anything is computed.
 *
 * @throws InputError when it exists (without `resume`), is a file, is no directory of this program, or belongs to
 *   another run; the differences are listed field by field
 * @throws StoreError when it cannot be written
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
  const directory = resolve(options.directory);
  const found = (await claimDirectory(options.directory, { resume: options.resume ?? false }))
    ? await readManifest(directory)
    : undefined;
  if (found) {
    const fields = identityDifferences(found, identity);
    const remedy = 'choose another --out, or the options of the run to go on with';
    if (fields.length > 0) throw identityError(options.directory, fields, 'in this command', remedy);
  }
  const manifest = found ?? startManifest(identity, options);
  const files = resultFiles(manifest);
  const complete = manifest.status === 'complete' && files.every((name) => existsSync(join(directory, name)));
  if (!found) {
    try {
      await writeManifest(directory, manifest);
    } catch (error) {
      await rmdir(directory);
      throw error;
    }
  }
  await removeTemporaryFiles(directory);
  const blocks = await openBlockDirectory(directory, plan, identity);
  if (complete) await blocks.remove();
  return {
    ...blocks,
    directory,
    document: complete ? readDocument(directory) : undefined,
    async finish(document, extra = []) {
      const digests = digestsOf(document);
      const done: Manifest = { ...manifest, status: 'complete', digests, finished: new Date().toISOString() };
      await writeResults(join(directory, `results.${identity.format}`), plan, blocks, identity.format);
      const texts: Readonly<Record<string, string>> = {
        'summary.csv': summaryCsv(document),
        'summary.json': `${JSON.stringify(document)}\n`,
        'codebook.csv': codebookCsv(),
        ...scenarioFiles(identity),
        ...(options.populationCsv === undefined ? {} : { [populationFile]: options.populationCsv }),
        ...Object.fromEntries(extra.map(({ name, text }) => [name, text])),
        'README.txt': readmeText(done, extra),
      };
      for (const [name, text] of Object.entries(texts)) await writeFileAtomic(join(directory, name), text);
      await writeManifest(directory, done);
      await blocks.remove();
    },
  };
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

async function writeManifest(directory: string, manifest: Manifest): Promise<void> {
  await writeFileAtomic(join(directory, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
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

function resultFiles(identity: RunIdentity): string[] {
  const tables = [`results.${identity.format}`, 'summary.csv', 'summary.json', 'codebook.csv'];
  return [...tables, ...Object.keys(scenarioFiles(identity)), 'README.txt'];
}

function readDocument(directory: string): RunDocument | CompareDocument {
  const text = readFileSync(join(directory, 'summary.json'), 'utf8');
  return JSON.parse(text) as RunDocument | CompareDocument;
}

function digestsOf(document: RunDocument | CompareDocument): Record<string, string> {
  if ('scenario' in document) return { [document.scenario]: document.digest };
  return Object.fromEntries(Object.entries(document.scenarios).map(([name, { digest }]) => [name, digest]));
}
