import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { parseSweepDesign, planSweep, runSweep, type SweepRun } from '../../engine/analysis/index.js';
import { outcomes } from '../../engine/model/outcomes/index.js';
import { sweepIdentity } from '../../engine/output/index.js';
import { openSweep, readSweep, sealDirectory } from '../../engine/node/store/index.js';
import { tinyPopulation } from './ensemble-fake-kernel.js';
import { madeUpWorld, oneYear, type MadeUp } from './study-kernel.js';

const folder = mkdtempSync(join(tmpdir(), 'accord-sweep-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let directory: string;
let count = 0;
beforeEach(() => (directory = join(folder, String(count++))));

const scenario = oneYear('mep');
const world = madeUpWorld({
  lasting: ({ lever, luck }: MadeUp) => lever('conferences', 'perYear') / 3 + luck,
});

/** Runs a sweep into the directory and says which runs were computed. */
async function sweep(
  levels: string,
  {
    resume = false,
    seed = 'a',
    runs = Infinity,
    executor = world,
    onOpen = (_: readonly SweepRun[]): void => undefined,
  } = {},
): Promise<number[]> {
  const text = `title: A, "quoted"\nscenario: mep\ndesign: factorial\nfactors:\n  levers.conferences.perYear: ${levels}\n  levers.research: [none, mep]\n`;
  const plan = planSweep(parseSweepDesign(text, 'd.yaml'), scenario, seed);
  const spec = { population: tinyPopulation, seed, replicates: 3, outcomes: outcomes.map(({ id }) => id) };
  const identity = sweepIdentity(plan, tinyPopulation, seed, 3);
  const open = await openSweep(plan, identity, {
    directory,
    resume,
    commandLine: 'accord-sim sweep',
    designText: text,
  });
  const computed: number[] = [];
  try {
    onOpen(open.earlier);
    const all = await runSweep(plan, spec, executor, {
      earlier: open.earlier,
      async onRun(run) {
        await open.add(run);
        if (computed.push(run.run) === runs) throw new Error('killed');
      },
    });
    await open.finish(all);
  } finally {
    await open.close();
  }
  return computed.sort((a, b) => a - b);
}

test('a finished sweep reads back to the same bits, with all that belongs to it', async () => {
  await sweep('[0, 1, 2]');
  const { manifest, runs } = await readSweep(directory);
  expect(manifest).toMatchObject({ title: 'A, "quoted"', status: 'complete', runs: 6, failed: 0 });
  expect(runs.map(({ point }) => point)).toEqual(
    [0, 1, 2].flatMap((x) => ['none', 'mep'].map((word) => [x, word])),
  );
  const text = readFileSync(join(directory, 'runs.csv'), 'utf8');
  expect(text).toContain(String(runs[2]!.summaries[outcomes.findIndex(({ id }) => id === 'lasting')]!.mean));
  for (const name of ['codebook.csv', 'scenario.yaml', 'design.yaml', 'README.txt']) {
    expect(existsSync(join(directory, name))).toBe(true);
  }
});

test('a killed sweep goes on where it was, to the same file', async () => {
  await sweep('[0, 1, 2]');
  const whole = readFileSync(join(directory, 'runs.csv'), 'utf8');
  directory += '-killed';
  await expect(sweep('[0, 1, 2]', { runs: 3 })).rejects.toThrow('killed');
  const path = join(directory, 'runs.csv');
  appendFileSync(path, '5,,2,mep,1.25,0.5'); // a line that was being written
  expect(await sweep('[0, 1, 2]', { resume: true })).toHaveLength(3);
  expect(readFileSync(path, 'utf8')).toBe(whole);
});

test('a run whose digit changed while the sweep was under way is computed again', async () => {
  await sweep('[0, 1, 2]');
  const whole = readFileSync(join(directory, 'runs.csv'), 'utf8');
  directory += '-killed';
  await expect(sweep('[0, 1, 2]', { runs: 3 })).rejects.toThrow('killed');
  const path = join(directory, 'runs.csv');
  const lines = readFileSync(path, 'utf8').split('\n');
  lines[2] = lines[2]!.replace(/\d(?=,[^,]*$)/, (digit) => String((Number(digit) + 1) % 10));
  writeFileSync(path, lines.join('\n'));
  expect((await readSweep(directory)).runs).toHaveLength(2);
  expect(await sweep('[0, 1, 2]', { resume: true })).toHaveLength(4);
  expect(readFileSync(path, 'utf8')).toBe(whole);
});

test('a digit changed in a finished sweep is refused by whoever reads it, and left as it is', async () => {
  await sweep('[0, 1, 2]');
  const path = join(directory, 'runs.csv');
  const changed = readFileSync(path, 'utf8').replace(/1(?=\n$)|\d(?=\n$)/, '7.5');
  writeFileSync(path, changed);
  const words = `${path}: 'changed' must have the SHA-256 in SHA256SUMS`;
  await expect(sweep('[0, 1, 2]', { resume: true })).rejects.toThrow(words);
  await expect(readSweep(directory)).rejects.toThrow(words);
  expect(readFileSync(path, 'utf8')).toBe(changed);
});

test('a run that failed is tried again, whoever remembers it', async () => {
  let works = false;
  const fragile = madeUpWorld({ lasting: () => 1 }, ({ levers }) => {
    if (!works && levers.conferences.values['perYear'] === 1) throw new Error('no memory');
  });
  await sweep('[0, 1]', { executor: fragile });
  const failed = (await readSweep(directory)).runs.filter(({ error }) => error !== '');
  expect(failed.map(({ run }) => run)).toEqual([2, 3]);
  works = true;
  let earlier: readonly SweepRun[] = [];
  expect(
    await sweep('[0, 1]', { resume: true, executor: fragile, onOpen: (found) => (earlier = found) }),
  ).toEqual([2, 3]);
  expect(earlier.map(({ run }) => run)).toEqual([0, 1]);
  expect((await readSweep(directory)).runs.map(({ error }) => error)).toEqual(['', '', '', '']);
  const plan = planSweep(
    parseSweepDesign(
      'title: A\nscenario: mep\ndesign: factorial\nfactors:\n  levers.conferences.perYear: [0, 1]\n  levers.research: [none, mep]\n',
      'd.yaml',
    ),
    scenario,
    'a',
  );
  const spec = {
    population: tinyPopulation,
    seed: 'a',
    replicates: 3,
    outcomes: outcomes.map(({ id }) => id),
  };
  const again = await runSweep(plan, spec, fragile, { earlier: failed });
  expect(again.map(({ error }) => error)).toEqual(['', '', '', '']);
});

test('a design that has grown takes over what is done', async () => {
  await sweep('[0, 2]');
  expect(await sweep('[0, 1, 2]', { resume: true })).toEqual([2, 3]);
});

test('an existing directory is refused without --resume, and one of another seed with it', async () => {
  await sweep('[0]');
  await expect(sweep('[0]')).rejects.toThrow(/--out: .* must not exist yet/);
  await expect(sweep('[0]', { resume: true, seed: 'b' })).rejects.toThrow(
    /manifest\.json: seed = 'a' must be b/,
  );
});

test.each([
  ['no manifest', 'manifest.json', '', /must hold a manifest\.json/],
  ['other columns', 'runs.csv', 'run,error\n', /must hold a runs\.csv with the columns of its manifest/],
])('a directory with %s is no sweep', async (_, name, text, words) => {
  await sweep('[0]');
  writeFileSync(join(directory, name), text);
  await sealDirectory(directory);
  await expect(readSweep(directory)).rejects.toThrow(words);
});
