import { expect, test } from 'vitest';
import {
  parseSweepDesign,
  planSweep,
  runSweep,
  type SweepPlan,
  type SweepRun,
} from '../../engine/analysis/index.js';
import { ReplicateError } from '../../engine/ensemble/index.js';
import { outcomes } from '../../engine/model/outcomes/index.js';
import { tinyPopulation } from './ensemble-fake-kernel.js';
import { madeUpWorld, oneYear, type MadeUp } from './study-kernel.js';

const scenario = oneYear('mep');
const formulas = { lasting: ({ lever, luck }: MadeUp) => 3 * lever('conferences', 'perYear') + luck };
const world = madeUpWorld(formulas);
const spec = { population: tinyPopulation, seed: 'a', replicates: 4, outcomes: outcomes.map(({ id }) => id) };
const lasting = spec.outcomes.indexOf('lasting');

const planOf = (levels: string): SweepPlan =>
  planSweep(
    parseSweepDesign(
      `title: A\nscenario: mep\ndesign: factorial\nfactors:\n  levers.conferences.perYear: ${levels}\n  levers.research: [none, mep]\n`,
      'd.yaml',
    ),
    scenario,
    'a',
  );
const failing = madeUpWorld(formulas, ({ levers }, replicate) => {
  if (levers.conferences.values['perYear'] === 2 && replicate === 3) throw new ReplicateError(3, 'boom');
});

test('a run is summed up over its replicates, in the order of the design', async () => {
  const runs = await runSweep(planOf('[0, 1, 2]'), spec, world);
  expect(runs.map(({ run }) => run)).toEqual([0, 1, 2, 3, 4, 5]);
  const [first, , third] = runs.map(({ summaries }) => summaries[lasting]!);
  expect(third!.mean - first!.mean).toBeCloseTo(3, 10);
  expect(third!.sd).toBeCloseTo(first!.sd, 10);
  expect(first!.q05).toBeLessThan(first!.q95);
});

test('adding a combination changes no other run', async () => {
  const few = await runSweep(planOf('[0, 2]'), spec, world);
  const many = await runSweep(planOf('[0, 1, 2, 3]'), spec, world);
  const same = many.filter(({ point }) => point[0] === 0 || point[0] === 2);
  expect(same.map(({ point, summaries }) => ({ point, summaries }))).toEqual(
    few.map(({ point, summaries }) => ({ point, summaries })),
  );
});

test('a failed run is recorded with its error and the rest goes on', async () => {
  const ended: number[] = [];
  const runs = await runSweep(planOf('[0, 1, 2]'), spec, failing, {
    onRun: ({ run }) => void ended.push(run),
  });
  expect(runs.filter(({ error }) => error !== '').map(({ point }) => point[0])).toEqual([2, 2]);
  expect(runs[4]).toMatchObject({
    error: expect.stringMatching(/replicate 3: .*boom/) as string,
    summaries: [],
  });
  expect(ended.sort()).toEqual([0, 1, 2, 3, 4, 5]);
});

test('a combination that no scenario may have is a failed run, too', async () => {
  const text = `title: A\nscenario: mep\ndesign: factorial\nfactors:\n  levers.research.from: [0, 6]\n  levers.research.until: [3, 12]\n`;
  const runs = await runSweep(planSweep(parseSweepDesign(text, 'd.yaml'), scenario, 'a'), spec, world);
  expect(runs.map(({ error }) => error)).toEqual([
    '',
    '',
    'mep: levers.research.until = 3 must be no earlier than the start, month 6',
    '',
  ]);
});

test('on request the first failed run stops the sweep, after it has been kept', async () => {
  const kept: SweepRun[] = [];
  const attempt = runSweep(planOf('[2, 0, 1]'), spec, failing, {
    onError: 'stop',
    onRun: (run) => void kept.push(run),
  });
  await expect(attempt).rejects.toThrow(/run \d+: replicate 3: .*boom/);
  expect(kept.at(-1)!.error).toContain('boom');
});

test('runs that are done are taken over, those that failed are tried again', async () => {
  const plan = planOf('[0, 1, 2]');
  const earlier = await runSweep(plan, spec, failing);
  const again: number[] = [];
  const runs = await runSweep(plan, spec, world, { earlier, onRun: ({ run }) => void again.push(run) });
  expect(again).toEqual([4, 5]);
  expect(runs).toEqual(await runSweep(plan, spec, world));
});

test('a cancel ends it', async () => {
  const controller = new AbortController();
  const onRun = (): void => controller.abort(new Error('enough'));
  const options = { signal: controller.signal, onRun };
  const many = planOf(`[${Array.from({ length: 60 }, (_, index) => index / 10).join()}]`);
  await expect(runSweep(many, spec, world, options)).rejects.toThrow('enough');
});
