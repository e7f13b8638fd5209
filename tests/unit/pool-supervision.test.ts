import { expose } from 'comlink';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  createBlockService,
  type BlockJob,
  type BlockService,
} from '../../engine/ensemble/workers/block-service.js';
import {
  createPool,
  inProcess,
  planEnsemble,
  ReplicateError,
  worldLength,
  WorkerError,
  type Executor,
  type PoolOptions,
} from '../../engine/ensemble/index.js';
import type { KernelFactory } from '../../engine/ensemble/workers/kernel-cache.js';
import type { WorkerHandle } from '../../engine/ensemble/workers/supervised-worker.js';
import { fakeKernel, scenarioWith, tinyPopulation } from './ensemble-fake-kernel.js';

/** Workers of this thread, behind real message ports. */
class Workers {
  started = 0;
  ended = 0;
  /** Makes the running worker fail, as an exit or an uncaught error would. */
  fail: (what: string) => void = () => undefined;

  /** Cuts the running worker off: it is there and hears nothing. */
  silence: () => void = () => undefined;

  /** @param create kernel of the n-th worker, from 1; none makes a worker that never answers */
  constructor(private readonly create: (worker: number) => KernelFactory | undefined) {}

  readonly spawn = (): WorkerHandle => {
    const { port1, port2 } = new MessageChannel();
    const create = this.create(++this.started);
    this.silence = () => port2.close();
    if (create) {
      expose(
        createBlockService(create, (message) => port2.postMessage(message)),
        port2,
      );
    }
    return {
      endpoint: port1,
      onMessage: (listener) => port1.addEventListener('message', ({ data }) => listener(data)),
      onFailure: (listener) => (this.fail = listener),
      hold: () => undefined,
      terminate: () => {
        this.ended++;
        port1.close();
        port2.close();
      },
    };
  };
}

/** Waits until a first worker has been started. */
async function started(workers: Workers): Promise<void> {
  while (workers.started === 0) await new Promise((resolve) => setImmediate(resolve));
}

const open: Executor[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((pool) => pool.close()));
});

function poolOf(workers: Workers, options: PoolOptions): Executor {
  const pool = createPool(workers.spawn, options);
  open.push(pool);
  return pool;
}

const planOf = (replicates: number) =>
  planEnsemble({
    population: tinyPopulation,
    scenarios: [scenarioWith('a', 0), scenarioWith('b', 5)],
    seed: 'x',
    replicates,
  });

/** Runs all blocks and gives their values by index. */
async function runAll(pool: Executor, replicates: number, signal?: AbortSignal) {
  const plan = await planOf(replicates);
  const blocks = new Map<number, Float64Array>();
  await pool.run(plan, plan.blocks, {
    signal,
    onBlock: (block, values) => void blocks.set(block.index, values),
  });
  return [...blocks].sort(([a], [b]) => a - b).map(([, values]) => values);
}

/** A kernel that fails at one replicate. */
const failingAt =
  (replicate: number, fail: () => void): KernelFactory =>
  (population) => {
    const kernel = fakeKernel(population);
    return {
      run(scenario, parameters, root, r, out) {
        if (r === replicate) fail();
        kernel.run(scenario, parameters, root, r, out);
      },
    };
  };

/** A kernel that takes its time, so that a job has pauses. */
const slow: KernelFactory = (population) => {
  const kernel = fakeKernel(population);
  return {
    run(...arguments_) {
      const until = performance.now() + 11;
      while (performance.now() < until);
      kernel.run(...arguments_);
    },
  };
};

describe('a pool', () => {
  test.each([1, 2, 5])('of %i workers computes the same as this thread', async (workers) => {
    const expected = await runAll(inProcess(fakeKernel), 130);
    expect(await runAll(poolOf(new Workers(() => fakeKernel), { workers }), 130)).toEqual(expected);
  });

  test('starts no more workers than it has replicates for, and keeps them from run to run', async () => {
    const workers = new Workers(() => fakeKernel);
    const pool = poolOf(workers, { workers: 3 });
    await runAll(pool, 2);
    expect(workers.started).toBe(2);
    for (let run = 0; run < 5; run++) await runAll(pool, 200);
    expect([workers.started, workers.ended]).toEqual([3, 0]);
  });

  test('spreads short runs over its workers', async () => {
    const workers = new Workers(() => fakeKernel);
    const pool = poolOf(workers, { workers: 2 });
    await Promise.all([runAll(pool, 25), runAll(pool, 25)]);
    expect(workers.started).toBe(2);
  });

  test.each([1, 2, 7, 26])('shares %i replicates among all workers', async (replicates) => {
    const workers = new Workers(() => fakeKernel);
    const expected = await runAll(inProcess(fakeKernel), replicates);
    expect(await runAll(poolOf(workers, { workers: 5 }), replicates)).toEqual(expected);
    expect(workers.started).toBe(Math.min(5, replicates));
  });

  test('gives each of two runs at once its own answers', async () => {
    const pool = poolOf(new Workers(() => fakeKernel), { workers: 2 });
    const [one, two] = await Promise.all([runAll(pool, 60), runAll(pool, 110)]);
    expect(two.slice(0, 2)).toEqual(one.slice(0, 2));
    expect([one.length, two.length]).toEqual([3, 5]);
  });

  test('tells of every replicate once, before its block, with its values', async () => {
    const plan = await planOf(60);
    const told = new Map<number, Float64Array | undefined>();
    const pool = poolOf(new Workers(() => slow), { workers: 2 });
    await pool.run(plan, plan.blocks, {
      stream: true,
      onReplicate(replicate, values) {
        expect(told.has(replicate)).toBe(false);
        told.set(replicate, values);
      },
      onBlock({ firstReplicate, replicates }, values) {
        const length = values.length / replicates;
        for (let index = 0; index < replicates; index++) {
          const expected = values.slice(index * length, (index + 1) * length);
          expect(told.get(firstReplicate + index)).toEqual(expected);
        }
      },
    });
    expect(told.size).toBe(60);
  });

  test('gives a worker its next block only when the last one is dealt with', async () => {
    const plan = await planOf(250);
    let unsaved = 0;
    const pool = poolOf(new Workers(() => fakeKernel), { workers: 2 });
    await pool.run(plan, plan.blocks, {
      async onBlock() {
        unsaved++;
        expect(unsaved).toBeLessThanOrEqual(2);
        await new Promise((resolve) => setImmediate(resolve));
        unsaved--;
      },
    });
  });
});

describe('a worker', () => {
  const recovers = async (pool: Executor, workers: Workers) => {
    expect(await runAll(pool, 50)).toEqual(await runAll(inProcess(fakeKernel), 50));
    expect(workers.started - workers.ended).toBeLessThanOrEqual(pool.workers);
  };

  test('whose replicate throws gives an error that names it, and is replaced', async () => {
    const broken = failingAt(33, () => {
      throw new Error('no such rule');
    });
    const workers = new Workers((n) => (n <= 2 ? broken : fakeKernel));
    const pool = poolOf(workers, { workers: 2 });
    const attempt = runAll(pool, 50);
    await expect(attempt).rejects.toThrow(ReplicateError);
    await expect(attempt).rejects.toThrow('replicate 33: scenario none: no such rule');
    await pool.close();
    await recovers(pool, workers);
  });

  test('that exits gives an error that names the replicate and the block', async () => {
    const workers: Workers = new Workers((n) =>
      n === 1 ? failingAt(30, () => workers.fail('the worker exited with code 9')) : fakeKernel,
    );
    const pool = poolOf(workers, { workers: 1 });
    const attempt = runAll(pool, 50);
    await expect(attempt).rejects.toThrow(WorkerError);
    await expect(attempt).rejects.toThrow(/^replicate \d+ \(block 1, replicates 25 to 49\): .*code 9/);
    await recovers(pool, workers);
  });

  test('that hangs gives an error that names the replicate, and is ended', async () => {
    const workers = new Workers((n) => (n === 1 ? undefined : fakeKernel));
    const pool = poolOf(workers, { workers: 1, hangMs: 1 });
    await expect(runAll(pool, 25)).rejects.toThrow(/^replicate 0 \(block 0, .*no sign of life/);
    expect(workers.ended).toBe(1);
    const patient = poolOf(workers, { workers: 1 });
    await recovers(patient, workers);
  });

  test('that cannot be started gives an error and not a silence', async () => {
    const pool = createPool(
      () => {
        throw new Error('no such file');
      },
      { workers: 2 },
    );
    await expect(runAll(pool, 50)).rejects.toThrow(/no such file/);
  });

  test('that has nothing to do for long is ended, and started again when needed', async () => {
    const workers = new Workers(() => fakeKernel);
    const pool = poolOf(workers, { workers: 1, idleMs: 1 });
    await runAll(pool, 25);
    while (workers.ended === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    await recovers(pool, workers);
    expect(workers.started).toBe(2);
  });

  test('that ends while nobody waits for it is replaced without a word', async () => {
    const workers = new Workers(() => fakeKernel);
    const pool = poolOf(workers, { workers: 1 });
    await runAll(pool, 25);
    workers.fail('the worker exited with code 1');
    await recovers(pool, workers);
    expect(workers.started).toBe(2);
  });
});

describe('a cancel', () => {
  test('stops a run between replicates, keeps the worker and gives the reason', async () => {
    const workers = new Workers(() => slow);
    const pool = poolOf(workers, { workers: 1, cancelMs: 60_000 });
    const controller = new AbortController();
    const plan = await planOf(1000);
    const attempt = pool.run(plan, plan.blocks, {
      signal: controller.signal,
      onReplicate: () => controller.abort(new Error('enough')),
      onBlock: () => expect.unreachable('no block can be complete'),
    });
    await expect(attempt).rejects.toThrow('enough');
    await runAll(pool, 1);
    expect([workers.started, workers.ended]).toEqual([1, 0]);
  });

  test('ends a worker that does not listen', async () => {
    const workers = new Workers((n) => (n === 1 ? undefined : fakeKernel));
    const pool = poolOf(workers, { workers: 1, cancelMs: 1 });
    const controller = new AbortController();
    const attempt = expect(runAll(pool, 25, controller.signal)).rejects.toThrow(/abort/i);
    await started(workers);
    controller.abort();
    await attempt;
    expect(await runAll(pool, 25)).toHaveLength(1);
    expect([workers.started, workers.ended]).toEqual([2, 1]);
  });

  test('before the start starts nothing', async () => {
    const workers = new Workers(() => fakeKernel);
    await expect(runAll(poolOf(workers, { workers: 2 }), 50, AbortSignal.abort())).rejects.toThrow(/abort/i);
    expect(workers.started).toBe(0);
  });

  test('of one run leaves another alone', async () => {
    const workers = new Workers(() => slow);
    const pool = poolOf(workers, { workers: 1 });
    const controller = new AbortController();
    const cancelled = expect(runAll(pool, 500, controller.signal)).rejects.toThrow(/abort/i);
    const other = runAll(pool, 26);
    await started(workers);
    controller.abort();
    await cancelled;
    expect(await other).toHaveLength(2);
  });
});

test('closing the pool fails the run under way', async () => {
  const workers = new Workers(() => undefined);
  const pool = poolOf(workers, { workers: 2 });
  const failed = expect(runAll(pool, 50)).rejects.toThrow(/the worker was ended/);
  await started(workers);
  await pool.close();
  await failed;
});

/** Turns of the event loop in which real messages arrive, while the timers are the test's. */
async function deliver(): Promise<void> {
  for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setImmediate(resolve));
}

/** Workers that answer as a test says. */
function workersThat(service: (send: (message: unknown) => void) => BlockService) {
  let ended = 0;
  const spawn = (): WorkerHandle => {
    const { port1, port2 } = new MessageChannel();
    expose(
      service((message) => port2.postMessage(message)),
      port2,
    );
    return {
      endpoint: port1,
      onMessage: (listener) => port1.addEventListener('message', ({ data }) => listener(data)),
      onFailure: () => undefined,
      hold: () => undefined,
      terminate: () => {
        ended++;
        port1.close();
        port2.close();
      },
    };
  };
  return { spawn, ended: () => ended };
}

describe('silence', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
  afterEach(() => void vi.useRealTimers());

  test('of a worker that waits for work is noticed in 10 s, told, and its work given to another', async () => {
    const workers = new Workers(() => fakeKernel);
    const notices: string[] = [];
    const pool = poolOf(workers, { workers: 1, onNotice: (what) => notices.push(what) });
    const expected = await runAll(pool, 25);
    workers.silence();
    const attempt = runAll(pool, 25);
    await deliver();
    for (let tenth = 0; tenth < 99; tenth++) await vi.advanceTimersByTimeAsync(100);
    expect([workers.ended, notices]).toEqual([0, []]);
    await vi.advanceTimersByTimeAsync(100);
    expect(await attempt).toEqual(expected);
    expect([workers.started, workers.ended]).toEqual([2, 1]);
    expect(notices).toEqual([
      'A worker was replaced: replicate 0 (block 0, replicates 0 to 11): no sign of life for 10 s',
    ]);
  });

  test('of one that computes is borne for a minute, and then named', async () => {
    const { spawn, ended } = workersThat((send) => ({
      open: () => undefined,
      runBlock({ id }: BlockJob) {
        send({ beat: { job: id, replicate: 0, finished: 0 } });
        return new Promise(() => undefined);
      },
      cancel: () => undefined,
    }));
    const pool = createPool(spawn, { workers: 1 });
    const attempt = expect(runAll(pool, 25)).rejects.toThrow(/^replicate 0 .*no sign of life for 60 s/);
    await deliver();
    await vi.advanceTimersByTimeAsync(59_000);
    expect(ended()).toBe(0);
    await vi.advanceTimersByTimeAsync(1000);
    await attempt;
    expect(ended()).toBe(1);
  });

  test('while this thread slept counts for little: what the worker said meanwhile is heard first', async () => {
    let held = Promise.resolve();
    const { spawn, ended } = workersThat((send) => {
      const service = createBlockService(fakeKernel, send);
      return { ...service, runBlock: (job) => held.then(() => service.runBlock(job)) };
    });
    const pool = createPool(spawn, { workers: 1 });
    const expected = await runAll(pool, 25);
    let release: () => void = () => undefined;
    held = new Promise((resolve) => (release = resolve));
    const attempt = runAll(pool, 25);
    await deliver();
    for (let slept = 0; slept < 5; slept++) vi.advanceTimersToNextTimer();
    release();
    expect(await attempt).toEqual(expected);
    expect(ended()).toBe(0);
  });
});

describe('an answer', () => {
  const answering = (values: (length: number) => unknown) =>
    createPool(
      workersThat(() => ({
        open: () => undefined,
        runBlock: ({ block, spec }) =>
          Promise.resolve({
            kind: 'done',
            values: values(
              block.replicates * spec.scenarios.length * worldLength(spec.months),
            ) as Float64Array,
          }),
        cancel: () => undefined,
      })).spawn,
      { workers: 1 },
    );

  test.each<[string, (length: number) => unknown, RegExp]>([
    ['with values too many', (length) => new Float64Array(length + 13), /values of the worker = \d+ must be/],
    ['cut short', (length) => new Float64Array(length - 1), /values of the worker = \d+ must be \d+ numbers/],
    ['of no numbers', () => 'nothing', /values of the worker = string must be \d+ numbers/],
    [
      'with a hole',
      (length) => new Float64Array(length).fill(NaN, 7, 8),
      /value 7 of the worker = NaN must be a finite/,
    ],
  ])('%s is an error that says so', async (_, values, message) => {
    await expect(runAll(answering(values), 25)).rejects.toThrow(message);
  });
});

test.each<[string, Partial<BlockJob>, RegExp]>([
  ['no replicate', { block: { index: 0, firstReplicate: 0, replicates: 0 } }, /replicates = 0 must be/],
  [
    'half a replicate',
    { block: { index: 0, firstReplicate: 0.5, replicates: 1 } },
    /firstReplicate = 0\.5 must be/,
  ],
  ['no scenario', { spec: { scenarios: [], seed: 'x', months: 13 } }, /scenarios = 0 must not be empty/],
  [
    'another horizon',
    { spec: { scenarios: [scenarioWith('a', 0)], seed: 'x', months: 25 } },
    /months of a = 13 must be 25/,
  ],
])('a worker that is asked for %s says so', async (_, change, what) => {
  const service = createBlockService(fakeKernel, () => undefined);
  service.open(tinyPopulation);
  const job: BlockJob = {
    id: 1,
    spec: { scenarios: [scenarioWith('a', 0)], seed: 'x', months: 13 },
    block: { index: 0, firstReplicate: 0, replicates: 1 },
    spare: undefined,
    stream: false,
  };
  expect(await service.runBlock(job)).toMatchObject({ kind: 'done' });
  expect(await service.runBlock({ ...job, ...change })).toMatchObject({
    kind: 'failed',
    what: expect.stringMatching(what) as string,
  });
});
