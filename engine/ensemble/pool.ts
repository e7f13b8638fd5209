import type { Block } from './block-range.js';
import { seriesLength } from './block.js';
import { replicateTeller } from './drive-block.js';
import type { Executor, RunHooks } from './executor.js';
import type { Supervision } from './job-watch.js';
import { throwIfCancelled, type CancelSignal } from './platform.js';
import type { Plan } from './plan.js';
import { SupervisedWorker, type WorkerHandle } from './supervised-worker.js';

export interface PoolOptions extends Partial<Supervision> {
  /** Workers at most; each is started when it is first needed. */
  readonly workers: number;
}

/** A whole replicate of the nation over 40 years takes seconds on a slow machine; a minute is no longer work. */
const defaults: Supervision = { hangMs: 60_000, cancelMs: 100 };

/**
 * A fixed number of supervised workers. Several runs may share the pool; each worker does one block at a time, first
 * come first served.
 */
export function createPool(spawn: () => WorkerHandle, { workers, ...limits }: PoolOptions): Executor {
  const lanes = Array.from({ length: workers }, () => ({
    worker: new SupervisedWorker(spawn, { ...defaults, ...limits }),
    free: Promise.resolve(),
    runs: 0,
  }));
  type Lane = (typeof lanes)[number];

  /** Runs a task when the lane's earlier tasks are over. */
  function inTurn<T>(lane: Lane, task: () => Promise<T>): Promise<T> {
    const result = lane.free.then(task);
    lane.free = result.then(
      () => undefined,
      () => undefined,
    );
    return result;
  }

  async function runOne(lane: Lane, plan: Plan, block: Block, hooks: RunHooks, signal: CancelSignal) {
    const { scenarios, seed, months, population } = plan;
    const length = scenarios.length * seriesLength(months);
    const tell = replicateTeller(block.firstReplicate, hooks.onReplicate);
    let sent = 0;
    const values = await lane.worker.run({
      population,
      spec: { scenarios, seed, months },
      block,
      stream: hooks.stream ?? false,
      signal,
      onBeat({ finished, values: fresh }) {
        const from = sent;
        tell(
          finished,
          fresh && ((index) => fresh.slice((index - from) * length, (index - from + 1) * length)),
        );
        sent = finished;
      },
    });
    tell(
      block.replicates,
      hooks.stream ? (index) => values.slice(index * length, (index + 1) * length) : undefined,
    );
    return values;
  }

  return {
    workers,
    async run(plan, blocks, hooks) {
      throwIfCancelled(hooks.signal);
      const session = createSession(hooks.signal);
      let next = 0;
      const work = async (lane: Lane): Promise<void> => {
        lane.runs++;
        try {
          for (;;) {
            const turn = inTurn(lane, async () => {
              const block = session.signal.aborted ? undefined : blocks[next++];
              return block && { block, values: await runOne(lane, plan, block, hooks, session.signal) };
            });
            const taken = await session.unlessStopped(turn);
            if (!taken) return;
            await hooks.onBlock(taken.block, taken.values);
          }
        } catch (error) {
          session.stop(error);
        } finally {
          lane.runs--;
        }
      };
      // Short runs side by side, as the points of a design are, each go to the lane with the least to do.
      const quietest = lanes.toSorted((a, b) => a.runs - b.runs);
      await Promise.all(quietest.slice(0, blocks.length).map(work));
      session.close();
      throwIfCancelled(session.signal);
    },
    async close() {
      for (const { worker } of lanes) worker.end();
      await Promise.all(lanes.map(({ free }) => free));
    },
  };
}

/** A signal of the run's own: it fires when the caller's does, or at the first failure, whose error becomes the reason. */
function createSession(outer: CancelSignal | undefined) {
  const listeners = new Set<() => void>();
  const signal = {
    aborted: false,
    reason: undefined as unknown,
    addEventListener: (_: 'abort', listener: () => void) => void listeners.add(listener),
    removeEventListener: (_: 'abort', listener: () => void) => void listeners.delete(listener),
  };
  const stop = (reason: unknown): void => {
    if (signal.aborted) return;
    signal.aborted = true;
    signal.reason = reason;
    for (const listener of [...listeners]) listener();
  };
  /** Not Promise.race: a promise that lasts as long as the run would keep every block that it ever raced with. */
  const unlessStopped = <T>(task: Promise<T>): Promise<T | undefined> =>
    new Promise((resolve, reject) => {
      const giveUp = (): void => resolve(undefined);
      listeners.add(giveUp);
      task.then(resolve, reject).finally(() => listeners.delete(giveUp));
    });
  const follow = (): void => stop(outer?.reason);
  outer?.addEventListener('abort', follow);
  return {
    signal: signal satisfies CancelSignal,
    unlessStopped,
    stop,
    close: () => outer?.removeEventListener('abort', follow),
  };
}
