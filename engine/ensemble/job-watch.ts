import type { Beat, BlockReply } from './block-service.js';
import type { Block } from './block-range.js';
import { schedule, type CancelSignal } from './platform.js';
import { ReplicateError, WorkerError } from './replicate-error.js';

export interface Supervision {
  /** Without a sign of life for this long a worker counts as hung. */
  readonly hangMs: number;
  /** A cancelled job that has not stopped by then is stopped by ending its worker. */
  readonly cancelMs: number;
}

export interface WatchedJob {
  readonly id: number;
  readonly block: Block;
  readonly signal: CancelSignal;
  readonly onBeat: (beat: Beat) => void;
  /** Asks the worker to stop; it may not listen. */
  readonly askToStop: () => void;
  /** The job is over; an unhealthy worker must be replaced. */
  readonly onEnd: (healthy: boolean) => void;
}

/** Waits for one job of a worker. It settles once: by its answer, a failure, silence or a cancel. */
export class JobWatch {
  readonly result: Promise<Float64Array>;
  private readonly resolve: (values: Float64Array) => void;
  private readonly reject: (reason: unknown) => void;
  private callOff: () => void = () => undefined;
  private replicate: number;
  private over = false;

  constructor(
    private readonly job: WatchedJob,
    private readonly limits: Supervision,
  ) {
    let settle: [(values: Float64Array) => void, (reason: unknown) => void] | undefined;
    this.result = new Promise((resolve, reject) => (settle = [resolve, reject]));
    [this.resolve, this.reject] = settle!;
    this.replicate = job.block.firstReplicate;
    this.expectBeat();
    job.signal.addEventListener('abort', this.cancel);
    if (job.signal.aborted) this.cancel();
  }

  /** A sign of life. */
  beat(beat: Beat): void {
    if (this.over || beat.job !== this.job.id || this.job.signal.aborted) return;
    this.replicate = beat.replicate;
    this.expectBeat();
    this.job.onBeat(beat);
  }

  answer(reply: BlockReply): void {
    switch (reply.kind) {
      case 'done':
        this.end(true, () => this.resolve(reply.values));
        break;
      case 'cancelled':
        this.end(true, () => this.reject(this.job.signal.reason));
        break;
      case 'failed':
        if (reply.replicate === undefined) this.fail(reply.what);
        else this.failReplicate(reply.replicate, reply.what);
    }
  }

  /** The worker cannot go on. */
  fail(what: string): void {
    this.end(false, () => this.reject(new WorkerError(this.replicate, this.job.block, what)));
  }

  private failReplicate(replicate: number, what: string): void {
    this.end(false, () => this.reject(new ReplicateError(replicate, what)));
  }

  private readonly cancel = (): void => {
    this.job.askToStop();
    this.expect(this.limits.cancelMs, () => this.end(false, () => this.reject(this.job.signal.reason)));
  };

  private expectBeat(): void {
    const { hangMs } = this.limits;
    this.expect(hangMs, () => this.fail(`no sign of life for ${hangMs / 1000} s`));
  }

  private expect(milliseconds: number, late: () => void): void {
    this.callOff();
    this.callOff = schedule(late, milliseconds);
  }

  private end(healthy: boolean, settle: () => void): void {
    if (this.over) return;
    this.over = true;
    this.callOff();
    this.job.signal.removeEventListener('abort', this.cancel);
    this.job.onEnd(healthy);
    settle();
  }
}
