import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import type { CompareDocument } from '../../engine/ensemble/index.js';
import { filesOf, freshPath } from './store-directory.js';

const program = fileURLToPath(new URL('../../dist/engine/cli.js', import.meta.url));
const command = ['compare', 'no-partnership', 'mep', '--population', 'abc-unified', '--years', '1'];
const common = [...command, '--replicates', '200', '--seed', 'kill', '--workers', '2', '--json', '--quiet'];

function start(...more: string[]): ChildProcess {
  if (!existsSync(program)) {
    throw new Error('dist/engine/cli.js is missing: run `npm run build:engine` before these tests');
  }
  return spawn(process.execPath, [program, ...common, ...more], { stdio: ['ignore', 'pipe', 'inherit'] });
}

async function finish(...more: string[]): Promise<CompareDocument> {
  const child = start(...more);
  const [printed] = await Promise.all([text(child.stdout!), once(child, 'exit')]);
  expect(child.exitCode).toBe(0);
  return JSON.parse(printed) as CompareDocument;
}

/** Lets a run come as far as a moment and kills it; the names are those in the directory and its blocks. */
async function killAt(directory: string, reached: (names: readonly string[]) => boolean): Promise<void> {
  const child = start('--out', directory, '--resume');
  const over = once(child, 'exit');
  const names = () => (existsSync(directory) ? readdirSync(directory, { recursive: true }).map(String) : []);
  while (child.exitCode === null && !reached(names())) await new Promise((resolve) => setImmediate(resolve));
  child.kill('SIGKILL');
  await over;
}

const blocks = (count: number) => (names: readonly string[]) =>
  names.filter((name) => name.endsWith('.block')).length >= count;
const file = (mark: string) => (names: readonly string[]) => names.some((name) => name.includes(mark));

const moments: readonly (readonly [string, (names: readonly string[]) => boolean])[] = [
  ['before its first block', file('manifest.json')],
  ['while a block is written', file('.block.partial-')],
  ['after some blocks', blocks(5)],
  ['while results are written', file('results.parquet.partial-')],
  ['between the result files', file('summary.csv')],
  ['just before it is complete', file('README.txt')],
];

test('a run killed at any moment, again and again, ends in the files of an undisturbed one', async () => {
  const [calm, killed] = [freshPath(), freshPath()];
  const document = await finish('--out', calm);
  for (const [, reached] of moments) await killAt(killed, reached);
  expect(await finish('--out', killed, '--resume')).toEqual(document);
  expect(filesOf(killed)).toEqual(filesOf(calm));
  expect(readdirSync(killed).filter((name) => name === 'blocks' || name.includes('partial'))).toEqual([]);
  expect(readdirSync(join(killed))).toHaveLength(9);
});
