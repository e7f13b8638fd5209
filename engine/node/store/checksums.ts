import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { InputError, type Problem } from '../../input/index.js';
import { isTemporary, writeFileAtomic, writeFiles } from './atomic-file.js';
import { atPath } from './store-error.js';

/** SHA-256 of every file of a directory, in the form that `sha256sum -c` reads. */
export const sealFile = 'SHA256SUMS';

/** What a directory's seal says of it now. */
export interface SealReport {
  /** Every file that is not as it was sealed. */
  readonly faults: readonly Problem[];
  /** Files that the seal does not know, such as notes put there by hand: never touched, and not vouched for. */
  readonly extra: readonly string[];
}

interface Sum {
  readonly name: string;
  readonly sha256: string;
}

/**
 * Seals a directory with the files that it holds now. What is still at work in it stays out: its blocks, which carry
 * checksums of their own, its lock and half-written files.
 *
 * @param names of the files, with `/` between folders; others are left unsealed
 */
export async function sealDirectory(directory: string, names?: readonly string[]): Promise<void> {
  await writeSums(directory, await sumsOf(directory, names ?? (await listFiles(directory))));
}

/**
 * Writes files and the seal over them and over others that are there already. Killed at any moment it leaves a directory
 * that keeps its seal: for as long as it writes, the seal has a line for a file as it was and one as it will be.
 *
 * @param files texts by name, written in this order; the manifest comes last
 */
export async function writeSealed(
  directory: string,
  files: Readonly<Record<string, string>>,
  others: readonly string[] = [],
): Promise<void> {
  const texts = Object.entries(files).map(([name, text]) => ({ name, sha256: sha256(text) }));
  const sums = [...(await sumsOf(directory, others)), ...texts];
  const before = (await readSums(directory)).sums ?? [];
  await writeSums(directory, [...before, ...sums]);
  await writeFiles(directory, files);
  await writeSums(directory, sums);
}

/**
 * Holds every file of a directory against its seal.
 *
 * @param required files that must be sealed, whatever the seal itself says
 */
export async function checkSeal(directory: string, required: readonly string[] = []): Promise<SealReport> {
  const { sums, faults } = await readSums(directory);
  if (!sums) return { faults, extra: [] };
  const names = [...new Set([...sums.map(({ name }) => name), ...required])];
  const extra = (await listFiles(directory)).filter((name) => !names.includes(name));
  return { faults: await faultsOf(directory, sums, names), extra };
}

/** The same for some files only, such as those that an unfinished directory rests on. */
export async function checkSealed(directory: string, names: readonly string[]): Promise<readonly Problem[]> {
  const { sums, faults } = await readSums(directory);
  return sums ? faultsOf(directory, sums, names) : faults;
}

/** @throws InputError with every fault, where there is one */
export function refuseFaults(faults: readonly Problem[]): void {
  if (faults.length > 0) throw new InputError(faults);
}

/** Whether every file of a directory is one that its seal announces: a start that was killed before its manifest. */
export async function isBarelyBegun(directory: string): Promise<boolean> {
  const names = await listFiles(directory);
  if (names.length === 0) return true;
  const { sums } = await readSums(directory);
  const known = new Set(sums?.map(({ name }) => name));
  return !names.includes('manifest.json') && names.every((name) => known.has(name));
}

async function faultsOf(
  directory: string,
  sums: readonly Sum[],
  names: readonly string[],
): Promise<Problem[]> {
  const faults: Problem[] = [];
  for (const name of names) {
    const wanted = sums.filter((sum) => sum.name === name).map((sum) => sum.sha256);
    const path = join(directory, name);
    const add = (value: string, rule: string): void => {
      faults.push({ path, value, rule, remedy: restore });
    };
    if (wanted.length === 0) add('not sealed', `must be listed in ${sealFile}`);
    else if (!existsSync(path)) add('missing', `must be there, as ${sealFile} lists it`);
    else if (!wanted.includes(await hashFile(path))) add('changed', `must have the SHA-256 in ${sealFile}`);
  }
  return faults;
}

const restore = 'restore it from a copy, or make the results again in a new directory';

/** The lines of the seal, or what is wrong with it as a whole: it must be, to the byte, what this module writes. */
async function readSums(
  directory: string,
): Promise<{ readonly sums?: readonly Sum[]; readonly faults: readonly Problem[] }> {
  const path = join(directory, sealFile);
  if (!existsSync(path)) {
    const remedy =
      'restore it; a directory of a version that wrote none is made again in a new one, or verified with that version';
    return { faults: [{ path, value: 'missing', rule: 'must be there', remedy }] };
  }
  const text = await atPath(path, () => readFile(path, 'latin1'));
  const sums = [
    ...Buffer.from(text, 'latin1')
      .toString('utf8')
      .matchAll(/^([0-9a-f]{64}) {2}(.+)$/gm),
  ].map(([, hash = '', name = '']) => ({ name, sha256: hash }));
  if (sums.length > 0 && Buffer.from(sumsText(sums)).toString('latin1') === text) return { sums, faults: [] };
  return {
    faults: [
      { path, value: 'changed', rule: 'must be lines of a SHA-256, two spaces and a name', remedy: restore },
    ],
  };
}

async function writeSums(directory: string, sums: readonly Sum[]): Promise<void> {
  await writeFileAtomic(join(directory, sealFile), sumsText(sums));
}

/** In the order of the names, each line once. */
function sumsText(sums: readonly Sum[]): string {
  const lines = sums.map(({ name, sha256: hash }) => ({ name, line: `${hash}  ${name}\n` }));
  lines.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.line < b.line ? -1 : 1));
  return [...new Set(lines.map(({ line }) => line))].join('');
}

function sumsOf(directory: string, names: readonly string[]): Promise<Sum[]> {
  return Promise.all(names.map(async (name) => ({ name, sha256: await hashFile(join(directory, name)) })));
}

/** Every file but the seal and what is at work; a name that `sha256sum` would escape is left out. */
async function listFiles(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name).slice(join(directory, sep).length).replaceAll(sep, '/'),
    )
    .filter((name) => name !== sealFile && !atWork.test(name) && !isTemporary(name) && !/[\\\n]/.test(name))
    .sort();
}

const atWork = /^(blocks|slurm-[0-9a-f]+)\/|^\.accord-lock$/;

async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  await atPath(path, () => pipeline(createReadStream(path), hash));
  return hash.digest('hex');
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
