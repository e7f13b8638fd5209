import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import {
  optimiseLevers,
  parseFactors,
  parseSweepDesign,
  planSweep,
  runSweep,
} from '../../engine/analysis/index.js';
import { compare, ensemble, inProcess, planEnsemble } from '../../engine/ensemble/index.js';
import { formatProblems, type Problem } from '../../engine/input/index.js';
import { outcomes } from '../../engine/model/outcomes/index.js';
import { sweepIdentity } from '../../engine/output/index.js';
import {
  openOptimisation,
  openStore,
  openSweep,
  verifyDirectory,
  verifyOptimisation,
  verifySweep,
} from '../../engine/node/store/index.js';
import { loadScenario } from '../../engine/scenario/index.js';
import { tinyPopulation } from './ensemble-fake-kernel.js';
import { filesOf } from './store-directory.js';
import { madeUpWorld, oneYear, type MadeUp } from './study-kernel.js';

const folder = mkdtempSync(join(tmpdir(), 'accord-flips-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A result on disk: how it is made or gone on with, stopped before its second part where asked, and how it is verified. */
interface Kind {
  readonly make: (directory: string, stop?: boolean) => Promise<unknown>;
  readonly verify: (directory: string) => Promise<{ ok: boolean; faults: readonly Problem[] }>;
}

function simulated(kind: 'run' | 'compare', format: 'csv' | 'parquet'): Kind {
  const names = kind === 'run' ? ['mep'] : ['no-partnership', 'mep'];
  const scenarios = names.map((name) => ({ ...loadScenario(name), years: 1 }));
  const spec = { population: 'abc-unified', scenarios, seed: 'v', replicates: 26 };
  return {
    async make(directory, stop) {
      const options = { directory, kind, format, resume: true, commandLine: `accord-sim ${kind}` };
      const store = await openStore(await planEnsemble(spec), options);
      const controller = new AbortController();
      const hooks = {
        store,
        signal: controller.signal,
        onProgress: ({ blocks }: { blocks: { done: number } }) => {
          if (stop && blocks.done > 0) controller.abort();
        },
      };
      const done = kind === 'run' ? ensemble(spec, inProcess(), hooks) : compare(spec, inProcess(), hooks);
      await done.finally(() => store.close());
    },
    verify: (directory) => verifyDirectory(directory, { sample: 1 }),
  };
}

function sweep(): Kind {
  const designText =
    'title: A\nscenario: mep\ndesign: factorial\nfactors:\n  levers.conferences.perYear: [0, 1, 2]\n';
  const plan = planSweep(parseSweepDesign(designText, 'd.yaml'), oneYear('mep'), 'a');
  const spec = {
    population: tinyPopulation,
    seed: 'a',
    replicates: 3,
    outcomes: outcomes.map(({ id }) => id),
  };
  const executor = madeUpWorld({
    lasting: ({ lever, luck }: MadeUp) => lever('conferences', 'perYear') / 3 + luck,
  });
  return {
    async make(directory, stop) {
      const identity = sweepIdentity(plan, tinyPopulation, 'a', 3);
      const options = { directory, resume: true, commandLine: 'accord-sim sweep', designText };
      const open = await openSweep(plan, identity, options);
      let done = 0;
      const onRun = async (run: Parameters<typeof open.add>[0]) => {
        await open.add(run);
        if (stop && ++done === 2) throw new Error('aborted');
      };
      try {
        await open.finish(await runSweep(plan, spec, executor, { earlier: open.earlier, onRun }));
      } finally {
        await open.close();
      }
    },
    verify: (directory) => verifySweep(directory, { sample: 1, population: tinyPopulation, executor }),
  };
}

function optimisation(): Kind {
  const scenario = oneYear('mep');
  const spec = {
    scenario,
    population: tinyPopulation,
    seed: 'a',
    replicates: 3,
    finalReplicates: 4,
    factors: parseFactors('levers.conferences.perYear', scenario, '--factors'),
    outcome: 'lasting',
    budget: 6e6,
    budgetOf: 'mean' as const,
    mixes: 4,
    generations: 2,
  };
  const executor = madeUpWorld({
    lasting: ({ lever, luck }: MadeUp) => lever('conferences', 'perYear') * (luck / 7),
    cost: ({ lever }: MadeUp) => 1e6 * lever('conferences', 'perYear'),
  });
  return {
    async make(directory, stop) {
      const options = { directory, resume: true, commandLine: 'accord-sim optimise' };
      const open = await openOptimisation(spec, options);
      let done = 0;
      const onMix = async (mix: Parameters<typeof open.add>[0]) => {
        await open.add(mix);
        if (stop && ++done === 2) throw new Error('aborted');
      };
      try {
        await open.finish(await optimiseLevers(spec, executor, { earlier: open.earlier, onMix }));
      } finally {
        await open.close();
      }
    },
    verify: (directory) => verifyOptimisation(directory, { sample: 1, population: tinyPopulation, executor }),
  };
}

/** Places of bits all over a file: the first, the last and others between, the same in every run of the test. */
function bitsOf(bytes: number, count: number): number[] {
  const bits = 8 * bytes;
  const between = Array.from({ length: count - 2 }, (_, index) => (7919 + index * 2654435761) % bits);
  return [0, bits - 1, ...between];
}

interface Flip {
  readonly name: string;
  readonly bit: number;
}

function* flipsOf(directory: string, count: number): Generator<Flip> {
  const names = readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(directory.length + 1));
  for (const name of names.sort()) {
    for (const bit of bitsOf(readFileSync(join(directory, name)).length, count)) yield { name, bit };
  }
}

function flip(directory: string, { name, bit }: Flip): void {
  const path = join(directory, name);
  const bytes = readFileSync(path);
  bytes[bit >> 3]! ^= 1 << (bit & 7);
  writeFileSync(path, bytes);
}

/** What is said of a directory: the message of its refusal or its faults; undefined where it is accepted. */
async function complaint(task: Promise<unknown>): Promise<string | undefined> {
  try {
    const report = (await task) as { ok?: boolean; faults?: readonly Problem[] } | undefined;
    return report?.ok === false ? formatProblems(report.faults!) : undefined;
  } catch (error) {
    return (error as Error).message;
  }
}

const kinds: readonly (readonly [string, Kind])[] = [
  ['run', simulated('run', 'csv')],
  ['comparison', simulated('compare', 'parquet')],
  ['sweep', sweep()],
  ['optimisation', optimisation()],
];
let flips = 0;

test.each(kinds)('no bit of a finished %s can change unseen', async (name, { make, verify }) => {
  const directory = join(folder, `${name}-finished`);
  await make(directory);
  expect(await complaint(verify(directory))).toBeUndefined();
  expect(await complaint(make(directory))).toBeUndefined();
  for (const one of flipsOf(directory, 5)) {
    const path = join(directory, one.name);
    const whole = readFileSync(path);
    flip(directory, one);
    const damaged = readFileSync(path);
    expect(await complaint(make(directory)), `resume, bit ${one.bit} of ${one.name}`).toContain(one.name);
    expect(readFileSync(path).equals(damaged)).toBe(true);
    expect(await complaint(verify(directory)), `verify, bit ${one.bit} of ${one.name}`).toContain(one.name);
    writeFileSync(path, whole);
    flips++;
  }
});

test.each(kinds)(
  'no bit of an unfinished %s can change and tell in its end',
  async (name, { make, verify }) => {
    const [whole, begun, damaged] = ['whole', 'begun', 'damaged'].map((state) =>
      join(folder, `${name}-${state}`),
    );
    await make(whole!);
    await expect(make(begun!, true)).rejects.toThrow(/abort/);
    const wanted = filesOf(whole!);
    for (const one of flipsOf(begun!, 10)) {
      rmSync(damaged!, { recursive: true, force: true });
      cpSync(begun!, damaged!, { recursive: true });
      flip(damaged!, one);
      const where = `bit ${one.bit} of ${one.name}`;
      expect(await complaint(verify(damaged!)), where).toMatch(
        /manifest\.json|SHA256SUMS|runs\.csv|archive\.csv/,
      );
      const said = await complaint(make(damaged!));
      const grows = /\.block$|^(runs|archive)\.csv$/.test(one.name);
      if (grows && said === undefined) expect(filesOf(damaged!), where).toEqual(wanted);
      else expect(said, where).toContain(one.name);
      flips++;
    }
  },
);

test('they were many', () => expect(flips).toBeGreaterThanOrEqual(200));
