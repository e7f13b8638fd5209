import { cpSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { Gather } from '../../engine/cli/input/gather.js';
import { readRun, type RunInput } from '../../engine/cli/input/read-run.js';
import { simulationOptions } from '../../engine/cli/input/option-sets.js';
import { type RawShared, readShared, shareOptions } from '../../engine/cli/input/shared-options.js';
import { compare, ensemble, hashPopulation, inProcess, planEnsemble } from '../../engine/ensemble/index.js';
import { identityOf } from '../../engine/output/index.js';
import { mergeDirectories, openStore, readManifest, verifyDirectory } from '../../engine/node/store/index.js';
import { Command } from 'commander';
import { freshPath } from './store-directory.js';

const csv = `district,students,low-income share,schools,educators,contract expiry,superintendent
Alder,2048,0.25,4,160,2013-05,A. Person
"Birch, O'Neill",5120,0.5,9,400,,B. Person
`;

const commandLine = 'accord-sim run mep';

/** A file of districts in a folder of its own. */
function ownFile(): string {
  const path = freshPath('my own.csv');
  writeFileSync(path, csv);
  return path;
}

/** What the command line reads of a command with these words. */
async function read(words: readonly string[]): Promise<RunInput> {
  const command = shareOptions(new Command().argument('<scenario...>'), simulationOptions);
  command.parse(['--replicates', '26', '--years', '1', ...words], { from: 'user' });
  const gather = new Gather();
  const options = await readShared(command.opts<RawShared>(), gather);
  return readRun(command.args, options, gather, () => undefined);
}

/** Computes into a directory as the command line does. */
async function compute(input: RunInput, directory: string): Promise<string> {
  const kind = input.scenarios.length > 1 ? 'compare' : 'run';
  const { populationCsv } = input;
  const store = await openStore(await planEnsemble(input), { directory, kind, commandLine, populationCsv });
  if (kind === 'run') return (await ensemble(input, inProcess(), { store })).digest;
  const { scenarios } = await compare(input, inProcess(), { store });
  return Object.values(scenarios)
    .map(({ digest }) => digest)
    .join();
}

test('a file of districts has one hash and one identity however its path is typed', async () => {
  const path = ownFile();
  const here = relative(process.cwd(), path);
  const spellings = [path, here, `./${here}`, join(dirname(path), '.', 'my own.csv')];
  const inputs = await Promise.all(spellings.map((spelling) => read(['mep', '--population', spelling])));
  const plans = await Promise.all(inputs.map((input) => planEnsemble(input)));
  expect(new Set(plans.map(({ population }) => hashPopulation(population))).size).toBe(1);
  expect(new Set(plans.map((plan) => JSON.stringify(identityOf(plan, 'run', 'parquet')))).size).toBe(1);
});

test('a directory that was moved verifies and runs again without the file it was made from', async () => {
  const path = ownFile();
  const [made, moved, again] = [freshPath(), freshPath(), freshPath()];
  const words = ['mep', '--population', path, '--set', 'context.turnover=1.5'];
  const digest = await compute(await read(words), made);
  cpSync(made, moved, { recursive: true });
  rmSync(made, { recursive: true });
  rmSync(path);
  expect(readFileSync(join(moved, 'population.csv'), 'utf8')).toBe(csv);
  const report = await verifyDirectory(moved, { sample: 2 });
  expect(report.ok).toBe(true);
  const rerun = await read([join(moved, 'scenario.yaml')]);
  expect(hashPopulation((await planEnsemble(rerun)).population)).toBe(
    (await readManifest(moved)).population.hash,
  );
  expect(await compute(rerun, again)).toBe(digest);
});

test('each scenario of a comparison is a file that runs by itself, and all together again', async () => {
  const path = ownFile();
  const [made, again] = [freshPath(), freshPath()];
  const digests = await compute(await read(['no-partnership', 'mep', '--population', path]), made);
  expect(readdirSync(made)).toEqual(
    expect.arrayContaining(['mep.yaml', 'no-partnership.yaml', 'population.csv']),
  );
  const files = ['no-partnership.yaml', 'mep.yaml'].map((name) => join(made, name));
  expect(await compute(await read(files), again)).toBe(digests);
  expect(await compute(await read(files.slice(1)), freshPath())).toBe(digests.split(',')[1]);
});

test('shards on own districts merge into the directory of the whole', async () => {
  const path = ownFile();
  const [whole, merged, ...parts] = [freshPath(), freshPath(), freshPath(), freshPath()];
  const words = ['mep', '--population', path, '--replicates', '60'];
  await compute(await read(words), whole);
  for (const [index, part] of parts.entries()) {
    await compute(await read([...words, '--shard', `${index + 1}/2`]), part);
  }
  rmSync(path);
  await mergeDirectories(parts, { directory: merged, commandLine });
  expect(readFileSync(join(merged, 'population.csv'), 'utf8')).toBe(csv);
  expect((await readManifest(merged)).digests).toEqual((await readManifest(whole)).digests);
  expect((await verifyDirectory(merged, { sample: 1 })).ok).toBe(true);
});

test('districts that are gone or changed since are named', async () => {
  const made = freshPath();
  await compute(await read(['mep', '--population', ownFile()]), made);
  const kept = join(made, 'population.csv');
  writeFileSync(kept, csv.replace('2048', '2049'));
  await expect(verifyDirectory(made)).rejects.toThrow(
    /population\.csv: hash = .* must be [0-9a-f]{64} as in manifest\.json; put the file back/,
  );
  renameSync(kept, `${kept}.old`);
  await expect(verifyDirectory(made)).rejects.toThrow(`${kept}' must exist`);
});
