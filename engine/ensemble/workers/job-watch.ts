import type { Beat, BlockReply } from './block-service.js';
import type { Block } from '../block-range.js';
import { schedule, type CancelSignal } from '../platform.js';
import { ReplicateError, UnansweredError, WorkerError } from '../replicate-error.js';

export interface Supervision {
  /** A worker that starts or computes counts as hung without a sign of life for this long. */
  readonly hangMs: number;
  /** One that only waits for work has nothing to do but answer: it counts as hung sooner. */
  readonly answerMs: number;
  /** A cancelled job that has not stopped by then is stopped by ending its worker. */
  readonly cancelMs: number;
}

export interface WatchedJob {
  readonly id: number;
  readonly block: Block;
  readonly signal: CancelSignal;
  /** The worker has yet to start; it counts as hung as late as one that computes. */
  readonly starting: boolean;
  readonly onBeat: (beat: Beat) => void;
  /** Asks the worker to stop; it may not listen. */
  readonly askToStop: () => void;
  /** The job is over; an unhealthy worker must be replaced. */
  readonly onEnd: (healthy: boolean) => void;
}

/** Steps in which a worker's silence is counted. */
const STEPS = 10;

/** Waits for one job of a worker. It settles once: by its answer, a failure, silence or a cancel. */
export class JobWatch {
  readonly result: Promise<Float64Array>;
  private readonly resolve: (values: Float64Array) => void;
  private readonly reject: (reason: unknown) => void;
  private callOff: () => void = () => undefined;
  private replicate: number;
  private begun = false;
  private over = false;

  constructor(
    private readonly job: WatchedJob,
    private readonly limits: Supervision,
  ) {
    let settle: [(values: Float64Array) => void, (reason: unknown) => void] | undefined;
    this.result = new Promise((resolve, reject) => (settle = [resolve, reject]));
    [this.resolve, this.reject] = settle!;
    this.replicate = job.block.firstReplicate;
    this.expectBeat(job.starting ? limits.hangMs : limits.answerMs);
    job.signal.addEventListener('abort', this.cancel);
    if (job.signal.aborted) this.cancel();
  }

  /** A sign of life. */
  beat(beat: Beat): void {
    if (this.over || beat.job !== this.job.id || this.job.signal.aborted) return;
    this.begun = true;
    this.replicate = beat.replicate;
    this.expectBeat(this.limits.hangMs);
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

  private hang(milliseconds: number): void {
    const what = `no sign of life for ${milliseconds / 1000} s`;
    const { replicate, begun, job } = this;
    if (begun || job.starting) this.fail(what);
    else this.end(false, () => this.reject(new UnansweredError(replicate, job.block, what)));
  }

  private failReplicate(replicate: number, what: string): void {
    this.end(false, () => this.reject(new ReplicateError(replicate, what)));
  }

  private readonly cancel = (): void => {
    this.job.askToStop();
    this.callOff();
    this.callOff = schedule(
      () => this.end(false, () => this.reject(this.job.signal.reason)),
      this.limits.cancelMs,
    );
  };

  /**
   * Waits in short steps: time in which this thread slept, with the machine or because others had its core, is one
   * step at most, and what the worker said meanwhile is heard before the next.
   */
  private expectBeat(milliseconds: number, steps = STEPS): void {
    this.callOff();
    this.callOff = schedule(() => {
      if (steps > 1) this.expectBeat(milliseconds, steps - 1);
      else this.hang(milliseconds);
    }, milliseconds / STEPS);
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
