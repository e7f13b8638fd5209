import { transfer, wrap, type Remote } from 'comlink';
import type { Population } from '../../population/index.js';
import type { Beat, BlockReply, BlockService } from './block-service.js';
import type { BlockSpec } from '../block.js';
import type { Block } from '../block-range.js';
import { checkValues, valuesLength } from '../block-shape.js';
import { JobWatch, type Supervision } from './job-watch.js';
import { schedule, type CancelSignal } from '../platform.js';

/** Where messages go to a worker and come from: comlink's endpoint, without the types of a browser. */
export interface WorkerEndpoint {
  postMessage(message: unknown, transfer: never[]): void;
  addEventListener(type: string, listener: never): void;
  removeEventListener(type: string, listener: never): void;
}

/** One worker, however the platform makes it. */
export interface WorkerHandle {
  readonly endpoint: WorkerEndpoint;
  /** Calls back for every message of the worker. */
  onMessage(listener: (data: unknown) => void): void;
  /** Calls back, with the reason in words, when the worker has ended or cannot go on. */
  onFailure(listener: (what: string) => void): void;
  /** Whether the process must wait for this worker. */
  hold(busy: boolean): void;
  terminate(): void;
}

export interface WorkerLimits extends Supervision {
  /** A worker without a job for this long is ended, which frees its memory; it stays where this is left out. */
  readonly idleMs?: number | undefined;
}

export interface SupervisedJob {
  readonly population: Population;
  readonly spec: BlockSpec;
  readonly block: Block;
  /** Memory of an earlier block; it moves to the worker. */
  readonly spare?: Float64Array | undefined;
  readonly stream: boolean;
  readonly onBeat: (beat: Beat) => void;
  readonly signal: CancelSignal;
}

interface Live {
  readonly handle: WorkerHandle;
  readonly remote: Remote<BlockService>;
  population: Population | undefined;
}

/**
 * A worker that is always there: started when first needed, and after it threw, exited, hung or did not stop when
 * asked, started anew for the next job. Bare comlink would wait for ever in each of these cases.
 */
export class SupervisedWorker {
  private live: Live | undefined;
  private watch: JobWatch | undefined;
  private jobs = 0;
  private keepOn: () => void = () => undefined;

  constructor(
    private readonly spawn: () => WorkerHandle,
    private readonly limits: WorkerLimits,
  ) {}

  /** Computes one block; one call at a time. */
  run({ population, spec, spare, stream, ...job }: SupervisedJob): Promise<Float64Array> {
    const id = ++this.jobs;
    this.keepOn();
    const askToStop = (): void => void this.live?.remote.cancel(id);
    const onEnd = (healthy: boolean): void => {
      this.watch = undefined;
      if (healthy) this.rest();
      else this.end();
    };
    const starting = this.live === undefined;
    const watch = new JobWatch({ ...job, id, starting, askToStop, onEnd }, this.limits);
    this.watch = watch;
    try {
      const { handle, remote } = this.open(population);
      handle.hold(true);
      const message = { id, spec, block: job.block, spare, stream };
      remote.runBlock(transfer(message, spare ? [spare.buffer as ArrayBuffer] : [])).then(
        (reply) => watch.answer(checked(reply, valuesLength(spec, job.block.replicates))),
        (error: unknown) => watch.fail(String(error)),
      );
    } catch (error) {
      watch.fail(String(error));
    }
    return watch.result;
  }

  /** Ends the worker; a job under way fails. */
  end(): void {
    this.keepOn();
    const { live, watch } = this;
    this.live = undefined;
    live?.handle.terminate();
    watch?.fail('the worker was ended');
  }

  private rest(): void {
    this.live?.handle.hold(false);
    const { idleMs } = this.limits;
    if (idleMs !== undefined) this.keepOn = schedule(() => this.end(), idleMs);
  }

  private open(population: Population): Live {
    const live = (this.live ??= this.start());
    if (live.population !== population) {
      live.population = population;
      live.remote.open(population).catch((error: unknown) => this.watch?.fail(String(error)));
    }
    return live;
  }

  private start(): Live {
    const handle = this.spawn();
    const live: Live = {
      handle,
      remote: wrap<BlockService>(handle.endpoint),
      population: undefined,
    };
    handle.onMessage((data) => {
      const beat = beatOf(data);
      if (beat && this.live === live) this.watch?.beat(beat);
    });
    handle.onFailure((what) => {
      if (this.live !== live) return;
      if (this.watch) this.watch.fail(what);
      else this.end();
    });
    return live;
  }
}

function beatOf(data: unknown): Beat | undefined {
  return typeof data === 'object' && data !== null && 'beat' in data ? (data.beat as Beat) : undefined;
}

/** What is no answer to what was asked is told as a failure, and never as a number. */
function checked(reply: BlockReply, length: number): BlockReply {
  if (reply.kind !== 'done') return reply;
  try {
    return { kind: 'done', values: checkValues(reply.values, length) };
  } catch (error) {
    return { kind: 'failed', replicate: undefined, what: String(error) };
  }
}
