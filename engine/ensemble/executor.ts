import type { Block } from './block-range.js';
import type { CancelSignal } from './platform.js';
import type { Plan } from './plan.js';

/** What computes blocks: this thread, web workers or Node's worker threads, all behind one interface. */
export interface Executor {
  /** Blocks computed at the same time. */
  readonly workers: number;
  /** SHA-256 of the platform, where it has a faster one than the library's. */
  readonly createHash?: () => Hash;
  /**
   * Computes blocks, each handed over as soon as it is there, in any order. A worker takes its next block only when
   * the hook has dealt with its last one, so at most one block a worker is ever unsaved.
   *
   * @throws ReplicateError when a replicate fails
   * @throws WorkerError when a worker throws, exits or hangs
   * @throws the signal's reason, within 200 ms, when the run is cancelled
   */
  run(plan: Plan, blocks: readonly Block[], hooks: RunHooks): Promise<void>;
  /** Ends all workers; runs under way fail. */
  close(): Promise<void>;
}

export interface RunHooks {
  /**
   * A block is complete.
   *
   * @param values shape [replicate][scenario][outcome][month]
   * @returns the values, where the hook does not keep them: a worker then uses their memory for its next block
   */
  onBlock(block: Block, values: Float64Array): HookResult | Promise<HookResult>;
  /**
   * A replicate is complete. Called once for each, before its block is handed over.
   *
   * @param values shape [scenario][outcome][month] when `stream` is set; the hook may keep them
   */
  onReplicate?: ((replicate: number, values: Float64Array | undefined) => void) | undefined;
  /** Hand over each replicate's values at once; for first numbers long before a block is complete. */
  readonly stream?: boolean | undefined;
  readonly signal?: CancelSignal | undefined;
}

export type HookResult = Float64Array | void;

/** A SHA-256 under way. */
export interface Hash {
  update(bytes: Uint8Array): unknown;
  digest(): Uint8Array;
}
