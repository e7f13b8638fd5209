import { countReplicates } from './block-range.js';
import type { BlockStore } from './block-store.js';
import { RunDigest } from './digest.js';
import type { Executor } from './executor.js';
import { partialResults, type PartialOptions } from './partial.js';
import { elapsedMs, throwIfCancelled, type CancelSignal } from './platform.js';
import type { Plan } from './plan.js';

export interface Progress {
  /** Replicates done, those of an earlier run included. */
  readonly done: number;
  /** Replicates to do in all (of the shard, where there is one). */
  readonly total: number;
  readonly blocks: { readonly done: number; readonly total: number };
  /** Replicates a second since this run began; 0 before the first. */
  readonly rate: number;
}

export interface SimulateOptions extends PartialOptions {
  /** Where blocks go; those already there are not computed again. In memory where it is left out. */
  readonly store?: BlockStore | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /** Stops the run within 200 ms; blocks already stored stay. */
  readonly signal?: CancelSignal | undefined;
}

/**
 * Computes what is missing in the store.
 *
 * @param differences whether partial results also pair the scenarios with the first
 * @returns the digest of each scenario
 */
export async function simulate(
  plan: Plan,
  executor: Executor,
  store: BlockStore,
  differences: boolean,
  { onProgress, onPartial, partialOutcomes, signal }: SimulateOptions,
): Promise<string[]> {
  const missing = plan.blocks.filter((block) => !store.has(block));
  const digest = new RunDigest(plan, store, executor.createHash);
  const total = countReplicates(plan.blocks);
  const before = total - countReplicates(missing);
  const start = elapsedMs();
  let fresh = 0;
  let blocks = plan.blocks.length - missing.length;
  const report = (): void => {
    const seconds = (elapsedMs() - start) / 1000;
    onProgress?.({
      done: before + fresh,
      total,
      blocks: { done: blocks, total: plan.blocks.length },
      rate: fresh === 0 ? 0 : fresh / seconds,
    });
  };
  const partial = onPartial && partialResults(plan, { differences, onPartial, partialOutcomes });
  throwIfCancelled(signal);
  report();
  try {
    await executor.run(plan, missing, {
      signal,
      stream: partial !== undefined,
      onReplicate(replicate, values) {
        fresh++;
        if (values) partial?.add(replicate, values);
        report();
      },
      async onBlock(block, values) {
        await store.put(block, values);
        blocks++;
        report();
        await digest.advance({ block, values });
        return store.keepsValues ? undefined : values;
      },
    });
  } finally {
    partial?.stop();
  }
  return digest.finish();
}
