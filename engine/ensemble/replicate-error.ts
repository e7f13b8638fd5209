import type { Block } from './block-range.js';

/** A replicate that failed, named so that it can be run again alone. */
export class ReplicateError extends Error {
  override readonly name = 'ReplicateError';

  constructor(
    readonly replicate: number,
    readonly what: string,
    options?: ErrorOptions,
  ) {
    super(`replicate ${replicate}: ${what}`, options);
  }
}

/** A worker that failed as a whole; the replicate is the one it had last reported. */
export class WorkerError extends Error {
  override readonly name: string = 'WorkerError';

  constructor(
    readonly replicate: number,
    readonly block: Block,
    what: string,
  ) {
    const last = block.firstReplicate + block.replicates - 1;
    super(
      `replicate ${replicate} (block ${block.index}, replicates ${block.firstReplicate} to ${last}): ${what}`,
    );
  }
}

/** A worker that has not begun what it was given: another can do it. */
export class UnansweredError extends WorkerError {
  override readonly name = 'UnansweredError';
}
