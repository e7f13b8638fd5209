import { transfer } from 'comlink';
import type { Population } from '../../population/index.js';
import { blockSteps, type BlockSpec, type BlockStep } from '../block.js';
import type { Block } from '../block-range.js';
import { driveBlock } from '../drive-block.js';
import { kernelCache, type KernelFactory } from './kernel-cache.js';
import { ReplicateError } from '../replicate-error.js';
import { checkSpec } from '../block-shape.js';
import { Futures } from '../futures.js';

/** What the pool can ask of a worker. */
export interface BlockService {
  /** Sends the population of the jobs that follow; once a worker and population, as it is large. */
  open(population: Population): void;
  runBlock(job: BlockJob): Promise<BlockReply>;
  /** Stops a job at its next pause. */
  cancel(job: number): void;
}

export interface BlockJob {
  readonly id: number;
  readonly spec: BlockSpec;
  readonly block: Block;
  /** Memory of an earlier block, to be used again. */
  readonly spare: Float64Array | undefined;
  /** Send the values of each replicate with the next beat. */
  readonly stream: boolean;
}

/** Errors travel as data: a bare error would lose the replicate on the way. */
export type BlockReply =
  | { readonly kind: 'done'; readonly values: Float64Array }
  | { readonly kind: 'failed'; readonly replicate: number | undefined; readonly what: string }
  | { readonly kind: 'cancelled' };

/**
 * Sign of life of a job, and its progress. It travels on the same port as the reply and ahead of it, so none can
 * arrive when its job is over.
 */
export interface Beat {
  readonly job: number;
  readonly replicate: number;
  readonly finished: number;
  /** Values of the replicates finished since the last beat, shape [replicate][scenario][outcome][month]. */
  readonly values?: Float64Array;
}

class Cancelled extends Error {}

/**
 * The worker's side of the pool.
 *
 * @param send posts a beat to the pool
 */
export function createBlockService(
  create: KernelFactory,
  send: (message: { readonly beat: Beat }) => void,
): BlockService {
  const kernelFor = kernelCache(create);
  let current: { readonly id: number; cancelled: boolean } | undefined;
  let population: Population | undefined;

  async function compute({ id, spec, block, spare, stream }: BlockJob): Promise<Float64Array> {
    if (!population) throw new Error('a population must be sent before a block');
    checkSpec(spec, block);
    send({ beat: { job: id, replicate: block.firstReplicate, finished: 0 } });
    const kernel = kernelFor(population);
    let sent = 0;
    const report = ({ replicate, finished, values }: BlockStep): void => {
      const fresh = stream ? { values: new Futures(values, spec).range(sent, finished).slice() } : {};
      sent = finished;
      send({ beat: { job: id, replicate, finished, ...fresh } });
    };
    return driveBlock(blockSteps(kernel, spec, block, spare), report, () => {
      if (current?.cancelled) throw new Cancelled();
    });
  }

  return {
    open(received) {
      population = received;
    },
    async runBlock(job) {
      current = { id: job.id, cancelled: false };
      try {
        const values = await compute(job);
        return transfer<BlockReply>({ kind: 'done', values }, [values.buffer as ArrayBuffer]);
      } catch (error) {
        if (error instanceof Cancelled) return { kind: 'cancelled' };
        if (error instanceof ReplicateError) {
          return { kind: 'failed', replicate: error.replicate, what: error.what };
        }
        return { kind: 'failed', replicate: undefined, what: String(error) };
      }
    },
    cancel(job) {
      if (current?.id === job) current.cancelled = true;
    },
  };
}
