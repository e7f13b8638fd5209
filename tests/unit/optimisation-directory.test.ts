import { appendFileSync, existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  type OptimisationDocument,
  optimiseLevers,
  type OptimiseSpec,
  parseFactors,
} from '../../engine/analysis/index.js';
import { openOptimisation, readOptimisation, verifyOptimisation } from '../../engine/node/store/index.js';
import { tinyPopulation } from './ensemble-fake-kernel.js';
import { filesOf, freshPath } from './store-directory.js';
import { madeUpWorld, oneYear } from './study-kernel.js';

const scenario = oneYear('mep');
const world = madeUpWorld({
  lasting: ({ lever, luck }) =>
    (lever('conferences', 'perYear') + lever('research', 'programmes')) * (luck / 7),
  cost: ({ lever }) => 1e6 * lever('conferences', 'perYear') + 2e6 * lever('research', 'programmes'),
});
const spec: OptimiseSpec = {
  scenario,
  population: tinyPopulation,
  seed: 'a',
  replicates: 3,
  finalReplicates: 5,
  factors: parseFactors('levers.conferences.perYear,levers.research.programmes', scenario, '--factors'),
  outcome: 'lasting',
  budget: 6e6,
  budgetOf: 'mean',
  mixes: 6,
  generations: 4,
};

/** Optimises into a directory, until so many mixes were run, and says how many were. */
async function optimise(
  directory: string,
  { changes = {}, resume = false, mixes = Infinity, executor = world } = {},
): Promise<number> {
  const changed = { ...spec, ...changes };
  const commandLine = `accord-sim optimise mep --out ${directory}${resume ? ' --resume' : ''}`;
  const open = await openOptimisation(changed, { directory, resume, commandLine });
  let run = 0;
  try {
    const optimisation = await optimiseLevers(changed, executor, {
      earlier: open.earlier,
      async onMix(mix) {
        await open.add(mix);
        if (++run === mixes) throw new Error('killed');
      },
    });
    await open.finish(optimisation);
  } finally {
    await open.close();
  }
  return run;
}

const documentIn = (directory: string): OptimisationDocument =>
  JSON.parse(readFileSync(join(directory, 'optimisation.json'), 'utf8')) as OptimisationDocument;

test('a finished optimisation reads back to the same bits, sealed, with all that belongs to it', async () => {
  const directory = freshPath();
  const run = await optimise(directory);
  const { manifest, mixes } = await readOptimisation(directory);
  const { searchedMixes, judgedMixes, mixes: front } = documentIn(directory);
  expect(manifest).toMatchObject({ kind: 'optimise', status: 'complete', budget: 6e6, generations: 4 });
  expect(mixes).toHaveLength(run);
  expect(mixes).toHaveLength(searchedMixes + judgedMixes);
  expect(mixes).toEqual((await optimiseLevers(spec, world)).archive);
  const files = ['SHA256SUMS', 'README.txt', 'archive.csv', 'codebook.csv', 'manifest.json', 'mixes.csv'];
  const scenarios = front.map(({ name }) => `${name}.yaml`);
  expect(readdirSync(directory).sort()).toEqual(
    [...files, ...scenarios, 'optimisation.json', 'scenario.yaml'].sort(),
  );
});

test('one that was killed, again and again, ends in the files of a calm one, and runs nothing twice', async () => {
  const [calm, killed] = [freshPath(), freshPath()];
  const all = await optimise(calm);
  await expect(optimise(killed, { mixes: 5 })).rejects.toThrow('killed');
  appendFileSync(join(killed, 'archive.csv'), 'search,1,0.5,1,2.5'); // a line that was being written
  await expect(optimise(killed, { resume: true, mixes: 20 })).rejects.toThrow('killed');
  const path = join(killed, 'archive.csv');
  truncateSync(path, readFileSync(path).length - 4);
  // The line that was cut is run again, and that alone.
  expect(await optimise(killed, { resume: true })).toBe(all - 24);
  expect(filesOf(killed)).toEqual(filesOf(calm));
});

test('a figure that was changed while it stood still is not believed', async () => {
  const [calm, changed] = [freshPath(), freshPath()];
  await optimise(calm);
  await expect(optimise(changed, { mixes: 9 })).rejects.toThrow('killed');
  const path = join(changed, 'archive.csv');
  const lines = readFileSync(path, 'utf8').split('\n');
  lines[3] = lines[3]!.replace(/(\d)(?=,[0-9a-f]{64}$)/, (digit) => String((Number(digit) + 1) % 10));
  writeFileSync(path, lines.join('\n'));
  await optimise(changed, { resume: true });
  expect(filesOf(changed)).toEqual(filesOf(calm));
});

test('with more generations it goes on, to the files of one that had them at once', async () => {
  const [grown, whole] = [freshPath(), freshPath()];
  await optimise(grown, { changes: { generations: 1 } });
  const before = (await readOptimisation(grown)).mixes.length;
  const more = await optimise(grown, { resume: true });
  const all = await optimise(whole);
  expect(more).toBeLessThan(all);
  expect(more).toBeGreaterThan(all - before - 1);
  expect(filesOf(grown)).toEqual(filesOf(whole));
});

test('what does not belong to it is refused, and nothing is touched', async () => {
  const directory = freshPath();
  await optimise(directory);
  await expect(optimise(directory)).rejects.toThrow(/--out: .* must not exist yet/);
  const before = filesOf(directory);
  const changes = { budget: 5e6, generations: 3 };
  await expect(optimise(directory, { resume: true, changes })).rejects.toThrow(
    /manifest\.json: budget = 6000000 must be 5000000 [^]*manifest\.json: generations = 4 must be 3/,
  );
  writeFileSync(join(directory, 'mixes.csv'), 'mix\n');
  await expect(optimise(directory, { resume: true })).rejects.toThrow(/mixes\.csv: 'changed'/);
  expect(Object.keys(filesOf(directory))).toEqual(Object.keys(before));
});

test('verify computes mixes of both stages again, and finds a changed file and a changed figure', async () => {
  const directory = freshPath();
  await optimise(directory);
  const options = { population: tinyPopulation, executor: world, sample: 7 };
  const report = await verifyOptimisation(directory, options);
  expect(report).toMatchObject({ ok: true, faults: [], extra: [] });
  expect(report.mixes).toHaveLength(7);
  const richer = madeUpWorld({ lasting: () => 1, cost: () => 1 });
  const other = await verifyOptimisation(directory, { ...options, executor: richer });
  expect(other.ok).toBe(false);
  expect(other.mixes.at(-1)!.difference).toMatch(/^\w+ = .* must be /);
  appendFileSync(join(directory, 'README.txt'), 'x');
  const changed = await verifyOptimisation(directory, options);
  expect(changed.ok).toBe(false);
  expect(changed.faults.map(({ path }) => path)).toEqual([join(directory, 'README.txt')]);
});

test('mixes of before that the longer search does not have are gone, and what a user put there stays', async () => {
  const directory = freshPath();
  await optimise(directory, { changes: { generations: 0 } });
  writeFileSync(join(directory, 'mix-77.yaml'), 'mine');
  await optimise(directory, { resume: true });
  const names = documentIn(directory).mixes.map(({ name }) => `${name}.yaml`);
  const there = readdirSync(directory).filter((name) => name.startsWith('mix-'));
  expect(there.sort()).toEqual([...names, 'mix-77.yaml'].sort());
  expect(existsSync(join(directory, 'mix-77.yaml'))).toBe(true);
});
