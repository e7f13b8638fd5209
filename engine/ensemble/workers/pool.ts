import { cutParts, joinParts } from '../block-parts.js';
import type { Block } from '../block-range.js';
import { replicateTeller } from '../drive-block.js';
import type { Executor, RunHooks } from '../executor.js';
import { Futures } from '../futures.js';
import { throwIfCancelled, type CancelSignal } from '../platform.js';
import type { Plan } from '../plan.js';
import { UnansweredError } from '../replicate-error.js';
import { openSession } from '../session.js';
import { SupervisedWorker, type WorkerHandle, type WorkerLimits } from './supervised-worker.js';

export interface PoolOptions extends Partial<WorkerLimits> {
  /** Workers at most; each is started when it is first needed. */
  readonly workers: number;
  /** Hears, as a sentence, of what went wrong with a worker and was put right. */
  readonly onNotice?: ((what: string) => void) | undefined;
}

/** One worker and what waits for it. */
interface Lane {
  readonly worker: SupervisedWorker;
  /** Settled when all that was asked of the worker is done. */
  free: Promise<void>;
  /** Runs that use the lane now. */
  runs: number;
  /** Memory of the last block, for the next. */
  spare: Float64Array | undefined;
}

/** A whole replicate of the nation over 40 years takes seconds on a slow machine; a minute is no longer work. */
const defaults: WorkerLimits = { hangMs: 60_000, answerMs: 10_000, cancelMs: 100 };

/**
 * A fixed number of supervised workers. Several runs may share the pool; each worker does one job at a time, first
 * come first served. A run of few blocks is cut finer, so that all workers share it.
 */
export function createPool(
  spawn: () => WorkerHandle,
  { workers, onNotice, ...limits }: PoolOptions,
): Executor {
  const lanes = Array.from({ length: workers }, (): Lane => ({
    worker: new SupervisedWorker(spawn, { ...defaults, ...limits }),
    free: Promise.resolve(),
    runs: 0,
    spare: undefined,
  }));
  /** Runs a task when the lane's earlier tasks are over. */
  function inTurn<T>(lane: Lane, task: () => Promise<T>): Promise<T> {
    const result = lane.free.then(task);
    lane.free = result.then(
      () => undefined,
      () => undefined,
    );
    return result;
  }

  /** A worker that did not even begin is replaced, once; the block loses nothing by it. */
  async function computeOrReplace(...job: Parameters<typeof compute>): Promise<Float64Array> {
    try {
      return await compute(...job);
    } catch (error) {
      if (!(error instanceof UnansweredError)) throw error;
      onNotice?.(`A worker was replaced: ${error.message}`);
      return compute(...job);
    }
  }

  return {
    workers,
    async run(plan, blocks, hooks) {
      throwIfCancelled(hooks.signal);
      const session = openSession(hooks.signal);
      const alone = lanes.every(({ runs }) => runs === 0);
      const parts = cutParts(blocks, alone ? Math.ceil((2 * workers) / blocks.length) : 1);
      const join = joinParts();
      let next = 0;
      const work = async (lane: Lane): Promise<void> => {
        lane.runs++;
        try {
          for (;;) {
            const turn = inTurn(lane, async () => {
              const part = session.signal.aborted ? undefined : parts[next++];
              return (
                part && {
                  part,
                  values: await computeOrReplace(lane, plan, part.range, hooks, session.signal),
                }
              );
            });
            const taken = await session.unlessStopped(turn);
            if (!taken) return;
            const whole = join(taken.part, taken.values);
            if (whole) lane.spare = (await hooks.onBlock(taken.part.block, whole)) ?? undefined;
          }
        } catch (error) {
          session.stop(error);
        } finally {
          lane.runs--;
        }
      };
      // Short runs side by side, as the points of a design are, each go to the lane with the least to do.
      const quietest = lanes.toSorted((a, b) => a.runs - b.runs);
      await Promise.all(quietest.slice(0, parts.length).map(work));
      session.close();
      throwIfCancelled(session.signal);
    },
    async close() {
      for (const { worker } of lanes) worker.end();
      await Promise.all(lanes.map(({ free }) => free));
    },
  };
}

/** Computes some replicates on a worker and tells of each as soon as it is known. */
async function compute(
  lane: Lane,
  plan: Plan,
  block: Block,
  { stream = false, onReplicate }: RunHooks,
  signal: CancelSignal,
): Promise<Float64Array> {
  const { scenarios, seed, months, population } = plan;
  const tell = replicateTeller(block.firstReplicate, onReplicate);
  let sent = 0;
  const { spare } = lane;
  lane.spare = undefined; // it moves to the worker and may be lost with it
  const values = await lane.worker.run({
    population,
    spec: { scenarios, seed, months },
    block,
    spare,
    stream,
    signal,
    onBeat({ finished, values: fresh }) {
      const from = sent;
      tell(finished, fresh && ((index) => new Futures(fresh, plan).copy(index - from)));
      sent = finished;
    },
  });
  tell(block.replicates, stream ? (index) => new Futures(values, plan).copy(index) : undefined);
  return values;
}
