import { expose } from 'comlink';
import { afterEach, describe, expect, test } from 'vitest';
import { createBlockService } from '../../engine/ensemble/block-service.js';
import {
  createPool,
  inProcess,
  planEnsemble,
  ReplicateError,
  WorkerError,
  type Executor,
  type PoolOptions,
} from '../../engine/ensemble/index.js';
import type { KernelFactory } from '../../engine/ensemble/kernel-cache.js';
import type { WorkerHandle } from '../../engine/ensemble/supervised-worker.js';
import { fakeKernel, scenarioWith, tinyPopulation } from './ensemble-fake-kernel.js';

/** Workers of this thread, behind real message ports. */
class Workers {
  started = 0;
  ended = 0;
  /** Makes the running worker fail, as an exit or an uncaught error would. */
  fail: (what: string) => void = () => undefined;

  /** @param create kernel of the n-th worker, from 1; none makes a worker that never answers */
  constructor(private readonly create: (worker: number) => KernelFactory | undefined) {}

  readonly spawn = (): WorkerHandle => {
    const { port1, port2 } = new MessageChannel();
    const create = this.create(++this.started);
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
