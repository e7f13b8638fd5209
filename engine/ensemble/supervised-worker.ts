import { wrap, type Endpoint, type Remote } from 'comlink';
import type { Population } from '../population/index.js';
import type { Beat, BlockReply, BlockService } from './block-service.js';
import type { BlockSpec } from './block.js';
import type { Block } from './block-range.js';
import { schedule, type CancelSignal } from './platform.js';
import { ReplicateError, WorkerError } from './replicate-error.js';

/** One worker, however the platform makes it. */
export interface WorkerHandle {
  readonly endpoint: Endpoint;
  /** Calls back for every message of the worker. */
  onMessage(listener: (data: unknown) => void): void;
  /** Calls back, with the reason in words, when the worker has ended or cannot go on. */
  onFailure(listener: (what: string) => void): void;
  /** Whether the process must wait for this worker. */
  hold(busy: boolean): void;
  terminate(): void;
}

export interface Supervision {
  /** Without a sign of life for this long a worker counts as hung. */
  readonly hangMs: number;
  /** A cancelled job that has not stopped by then is stopped by ending its worker. */
  readonly cancelMs: number;
}

export interface SupervisedJob {
  readonly population: Population;
  readonly spec: BlockSpec;
  readonly block: Block;
  readonly stream: boolean;
  readonly onBeat: (beat: Beat) => void;
  readonly signal: CancelSignal;
}

interface Live {
  readonly handle: WorkerHandle;
  readonly remote: Remote<BlockService>;
  population: Population | undefined;
}

/** The one job under way. */
interface Watch {
  beat(beat: Beat): void;
  fail(what: string): void;
}

/**
 * A worker that is always there: started when first needed, and after it threw, exited, hung or did not stop when
 * asked, started anew for the next job. Bare comlink would wait for ever in each of these cases.
 */
export class SupervisedWorker {
  private live: Live | undefined;
  private watch: Watch | undefined;
  private jobs = 0;

  constructor(
    private readonly spawn: () => WorkerHandle,
    private readonly limits: Supervision,
  ) {}

  /** Computes one block; one call at a time. */
  run(job: SupervisedJob): Promise<Float64Array> {
    const id = ++this.jobs;
    let replicate = job.block.firstReplicate;
    return new Promise<Float64Array>((resolve, reject) => {
      let callOff = (): void => undefined;
      const settle = (finish: () => void, keep: boolean): void => {
        if (this.watch !== watch) return;
        callOff();
        job.signal.removeEventListener('abort', cancel);
        this.watch = undefined;
        if (keep) this.live?.handle.hold(false);
        else this.end();
        finish();
      };
      const fail = (what: string): void =>
        settle(() => reject(new WorkerError(replicate, job.block, what)), false);
      const expect = (milliseconds: number, late: () => void): void => {
        callOff();
        callOff = schedule(late, milliseconds);
      };
      const expectBeat = (): void =>
        expect(this.limits.hangMs, () => fail(`no sign of life for ${this.limits.hangMs / 1000} s`));
      const cancel = (): void => {
        void this.live?.remote.cancel(id);
        expect(this.limits.cancelMs, () => settle(() => reject(cancelReason(job.signal)), false));
      };
      const answer = (reply: BlockReply): void => {
        if (reply.kind === 'done') settle(() => resolve(reply.values), true);
        else if (reply.kind === 'cancelled') settle(() => reject(cancelReason(job.signal)), true);
        else if (reply.replicate === undefined) fail(reply.what);
        else {
          const error = new ReplicateError(reply.replicate, reply.what);
          settle(() => reject(error), false);
        }
      };
      const watch: Watch = {
        beat: (beat) => {
          if (beat.job !== id || job.signal.aborted) return;
          replicate = beat.replicate;
          expectBeat();
          job.onBeat(beat);
        },
        fail,
      };
      this.watch = watch;
      try {
        const { handle, remote } = this.open(job.population);
        handle.hold(true);
        expectBeat();
        const { spec, block, stream } = job;
        remote.runBlock({ id, spec, block, stream }).then(answer, (error: unknown) => fail(String(error)));
      } catch (error) {
        fail(String(error));
      }
      job.signal.addEventListener('abort', cancel);
      if (job.signal.aborted) cancel();
    });
  }

  /** Ends the worker; a job under way fails. */
  end(): void {
    const { live, watch } = this;
    this.live = undefined;
    live?.handle.terminate();
    watch?.fail('the worker was ended');
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
    const live: Live = { handle, remote: wrap<BlockService>(handle.endpoint), population: undefined };
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

/** The caller's own reason, whatever it is. */
function cancelReason(signal: CancelSignal): Error {
  return signal.reason as Error;
}

function beatOf(data: unknown): Beat | undefined {
  return typeof data === 'object' && data !== null && 'beat' in data ? (data.beat as Beat) : undefined;
}
