import { afterEach, describe, expect, test } from 'vitest';
import { addressedUniform } from '../../engine/statistics/draws/addressed-uniform.js';
import { leverAmounts } from '../../engine/analysis/factors/default-factors.js';
import { pointScenario } from '../../engine/analysis/factors/point-scenario.js';
import { sensitivity } from '../../engine/analysis/sensitivity/sensitivity.js';
import { compareOn } from '../../engine/ensemble/compare-on.js';
import { ensemble } from '../../engine/ensemble/ensemble.js';
import { inProcess } from '../../engine/ensemble/in-process.js';
import { outlinePlan } from '../../engine/ensemble/plan.js';
import { worldLength } from '../../engine/ensemble/futures.js';
import { outcomeOf, outcomes } from '../../engine/model/outcomes/index.js';
import { districts } from '../../engine/model/unit.js';
import { loadPopulation } from '../../engine/population/index.js';
import { withYears, type Setup } from '../../ui/state/setup.js';
import { Batch, type BatchResult } from '../../ui/lab/batch.js';
import { batchTable } from '../../ui/lab/batch-table.js';
import { convergence } from '../../ui/lab/convergence.js';
import { recordingStore } from '../../ui/engine/horizon-record.js';
import { labWorker } from '../../ui/engine/lab-client.js';
import { runningMiddle } from '../../ui/lab/running-middle.js';
import { splitFigure } from '../../ui/lab/split-figure.js';
import { studyFigure } from '../../ui/lab/study-figure.js';
import { runStudy } from '../../ui/engine/study.js';
import type { Study, StudyMethod, StudySpec } from '../../ui/engine/study-spec.js';
import { openingSetup } from './ui-comparison.js';

const setup = (): Setup => withYears(openingSetup(), 2);
const outcome = (id: string) => outcomeOf(id);

describe('the running middle', () => {
  test('covers the middle of endlessly many futures in about 90 of 100 batches', () => {
    const draw = addressedUniform('coverage', 'lab');
    const batches = Array.from({ length: 1000 }, (_, batch) => {
      // Skewed, so that an interval made for a bell curve would fail.
      const values = Float64Array.from({ length: 100 }, (_unused, future) => draw(0, batch, future) ** 4);
      const { errorLow, errorHigh } = runningMiddle(values).at(-1)!;
      return errorLow <= 0.5 ** 4 && 0.5 ** 4 <= errorHigh;
    });
    const share = batches.filter(Boolean).length / batches.length;
    expect(share).toBeGreaterThan(0.88);
    expect(share).toBeLessThan(0.95);
  });

  test('rests on the first futures only, and ends with all of them', () => {
    const values = Float64Array.from({ length: 1010 }, (_, future) => future);
    const points = runningMiddle(values);
    expect(points.map(({ futures }) => futures).at(-1)).toBe(1010);
    for (const { futures, middle, errorLow, errorHigh, low, high } of points) {
      expect(middle).toBe((futures - 1) / 2);
      expect(errorLow).toBeLessThan(middle);
      expect(errorHigh).toBeGreaterThan(middle);
      expect([low, high]).toEqual([0.05 * (futures - 1), expect.closeTo(0.95 * (futures - 1))]);
    }
  });

  test('of few futures says nothing, of equal ones is sure', () => {
    expect(runningMiddle(new Float64Array(24))).toEqual([]);
    expect(runningMiddle(new Float64Array(25).fill(7))).toMatchObject([
      { middle: 7, errorLow: 7, errorHigh: 7 },
    ]);
  });
});

test('a record tells of futures up to the first gap, in their order', async () => {
  const { scenario, baseline, seed } = setup();
  const plan = outlinePlan({ populationId: 'x', scenarios: [baseline, scenario], seed, replicates: 60 });
  const store = recordingStore(plan);
  const length = worldLength(plan.months);
  const values = (first: number, count: number): Float64Array =>
    Float64Array.from({ length: count * 2 * length }, (_, at) => {
      const future = first + Math.floor(at / (2 * length));
      return Math.floor(at / length) % 2 === 1 ? future : 0;
    });
  const put = (index: number): void | Promise<void> => {
    const block = plan.blocks[index]!;
    return store.put(block, values(block.firstReplicate, block.replicates));
  };
  await put(1);
  expect([store.horizon.inOrder, store.horizon.count]).toEqual([0, 25]);
  await put(0);
  expect(store.horizon.inOrder).toBe(50);
  await put(2);
  expect([...store.horizon.differences(1)['cost']!]).toEqual(
    Array.from({ length: 60 }, (_, future) => future),
  );
});

describe('a batch', () => {
  const batch = new Batch();
  afterEach(() => batch.clear());

  /** Resolves when the batch is no longer running or paused. */
  const end = (): Promise<void> =>
    new Promise((resolve) => {
      const stop = batch.subscribe(() => {
        if (batch.value.status === 'running' || batch.value.status === 'paused') return;
        stop();
        resolve();
      });
    });

  test('paused and gone on with has the digests, files and figures of one that was not', async () => {
    const { scenario, baseline, seed } = setup();
    const worlds = [
      { ...baseline, name: 'baseline' },
      { ...scenario, name: 'scenario' },
    ];
    const whole = await compareOn(
      { population: await loadPopulation('massachusetts'), scenarios: worlds, seed, replicates: 60 },
      inProcess(),
    );
    const ended = end();
    batch.begin(setup(), 60, 2);
    const paused = new Promise<void>((resolve) => {
      const stop = batch.subscribe(() => {
        if (batch.value.total === 0) return;
        stop();
        batch.pause();
        resolve();
      });
    });
    await paused;
    expect(batch.value.status).toBe('paused');
    batch.resume();
    await ended;
    expect(batch.value).toMatchObject({ status: 'done', done: 60, total: 60, failure: undefined });
    const { document, differences } = batch.value.result as BatchResult;
    expect(document).toEqual(whole);
    expect(differences['cost']).toHaveLength(60);
    expect(JSON.parse(await (await batch.file('json')).text())).toEqual(whole);
    const csv = (await (await batch.file('csv')).text()).trimEnd().split('\n');
    expect(csv).toHaveLength(1 + 60 * 2 * 25);
    const parquet = new Uint8Array(await (await batch.file('parquet')).arrayBuffer());
    expect(new TextDecoder().decode(parquet.slice(-4))).toBe('PAR1');
    const table = batchTable(document!, batch.value.result!);
    expect(table.rows).toHaveLength(outcomes.length);
    expect(JSON.stringify(table)).not.toMatch(/NaN|undefined|Infinity/);
  });

  test('that was cancelled can be run again from the start', async () => {
    batch.begin(setup(), 50, 1);
    batch.cancel();
    expect(batch.value.status).toBe('cancelled');
    const ended = end();
    batch.retry();
    await ended;
    expect(batch.value).toMatchObject({ status: 'done', done: 50 });
  });

  test('whose districts are missing says so', async () => {
    const { scenario, ...rest } = setup();
    const ended = end();
    batch.begin({ ...rest, scenario: { ...scenario, population: 'nowhere.csv' } }, 25, 1);
    await ended;
    expect(batch.value.failure).toContain('must be a file imported on this device');
  });
});

describe('a study', () => {
  const spec = (method: StudyMethod): StudySpec => {
    const { scenario, seed } = setup();
    return { scenario, seed, outcome: 'engaged', method, vary: 'levers', samples: 2, replicates: 2 };
  };
  const hooks = { signal: new AbortController().signal, onProgress: () => undefined };
  const run = async (method: StudyMethod): Promise<Study> =>
    runStudy(spec(method), await loadPopulation('massachusetts'), inProcess(), hooks);

  test('one at a time moves the mean as far as the changed scenario lies from the present one', async () => {
    const study = await run('tornado');
    if (study.kind !== 'tornado') throw new Error('not a tornado');
    const { scenario, seed } = setup();
    const factors = leverAmounts(scenario);
    expect(study.tornado.bars.map(({ factor }) => factor.address)).toEqual(
      factors.map(({ address }) => address),
    );
    const population = await loadPopulation('massachusetts');
    const meanOf = async (one: typeof scenario): Promise<number> =>
      (await ensemble({ population, scenarios: [one], seed, replicates: 2 })).outcomes['engaged']!.mean.at(
        -1,
      )!;
    const [factor] = factors;
    const atLow = pointScenario(scenario, [factor!.address], [factor!.low], 'low');
    const present = await meanOf(scenario);
    expect(study.tornado.mean).toBeCloseTo(present, 9);
    expect(study.tornado.bars[0]!.atLow.mean).toBeCloseTo((await meanOf(atLow)) - present, 9);
  });

  test('in a worker gives what the library gives', async () => {
    const { scenario, seed } = setup();
    const population = await loadPopulation('massachusetts');
    const factors = leverAmounts(scenario);
    const own = { population, scenario, factors, seed, samples: 2, replicates: 2, outcomes: ['engaged'] };
    const { document } = await sensitivity({ ...own, method: 'morris' }, inProcess());
    const worker = labWorker();
    const { proxy } = await import('comlink');
    const silent = proxy(() => Promise.resolve());
    const study = await worker.ask((lab): Promise<Study> => lab.study(spec('morris'), population, 2, silent));
    worker.close();
    expect(study).toEqual({ kind: 'indices', document });
  });

  test.each(['tornado', 'morris', 'sobol'] as const)('by %s is drawn and written out', async (method) => {
    const figure = studyFigure(await run(method), outcome('engaged'));
    const svg = figure.draw({ width: 700, height: figure.height(700) });
    expect(svg.getAttribute('role')).toBe('img');
    expect(svg.querySelectorAll('rect').length).toBeGreaterThan(leverAmounts(setup().scenario).length - 1);
    expect(figure.table.rows.length).toBeGreaterThanOrEqual(leverAmounts(setup().scenario).length);
    expect(JSON.stringify([figure.table, figure.summary, svg.outerHTML])).not.toMatch(
      /NaN|undefined|Infinity/,
    );
  });

  test('of many factors counts its screening in the whole', async () => {
    const seen: { done: number; total: number }[] = [];
    const many = { ...spec('sobol'), vary: 'default', replicates: 1 };
    const study = await runStudy(many, await loadPopulation('massachusetts'), inProcess(), {
      ...hooks,
      onProgress: (progress) => seen.push(progress),
    });
    if (study.kind !== 'indices') throw new Error('no indices');
    expect(study.document.factors).toHaveLength(10);
    expect(study.document.screenedOut.length).toBeGreaterThan(20);
    expect(new Set(seen.map(({ total }) => total)).size).toBe(1);
    expect(seen.at(-1)).toEqual(expect.objectContaining({ done: seen[0]!.total }));
  });
});

test('a convergence chart says how sure the middle is', () => {
  const draw = addressedUniform('chart', 'lab');
  const values = Float64Array.from({ length: 500 }, (_, future) => 40 + 10 * draw(0, future, 0));
  const figure = convergence(runningMiddle(values), outcome('lasting'));
  const svg = figure.draw({ width: 600, height: figure.height(600) });
  expect(svg.querySelectorAll('path').length).toBeGreaterThan(1);
  expect(figure.summary).toMatch(/After 500 futures the middle is \+45 districts/);
});

test('a split of the variance leaves out what has none', () => {
  const none = {
    label: 'None',
    unit: 'districts',
    parameterVariance: [0],
    processVariance: [0],
    parameterShare: [null],
  };
  const half = {
    label: 'Half',
    unit: 'districts',
    parameterVariance: [4],
    processVariance: [4],
    parameterShare: [0.5],
  };
  const figure = splitFigure({ draws: 10, processes: 4, outcomes: { none, half } }, [
    { id: 'none', label: 'None', unit: districts },
    { id: 'half', label: 'Half', unit: districts },
  ]);
  expect(figure.table.rows).toEqual([['Half', '50%', '50%', '2', '2']]);
});
