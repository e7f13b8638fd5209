import type { BlockStep } from './block.js';
import { elapsedMs, nextTask } from './platform.js';

/** Computing without a pause: long enough that pauses cost nothing, short enough for a prompt cancel. */
const pauseMs = 10;

/**
 * Drives a block to its end, with a pause for messages every few milliseconds.
 *
 * @param report called before each pause
 * @param stop called after each pause; ends the block by throwing
 */
export async function driveBlock(
  steps: Generator<BlockStep, Float64Array>,
  report: (step: BlockStep) => void,
  stop: () => void,
): Promise<Float64Array> {
  let last = elapsedMs();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (elapsedMs() - last < pauseMs) continue;
    report(step.value);
    await nextTask();
    stop();
    last = elapsedMs();
  }
}

/** Tells a hook of each replicate once, from counts that only grow. */
export function replicateTeller(
  firstReplicate: number,
  onReplicate: ((replicate: number, values: Float64Array | undefined) => void) | undefined,
): (finished: number, values?: (index: number) => Float64Array) => void {
  let told = 0;
  return (finished, values) => {
    for (; told < finished; told++) onReplicate?.(firstReplicate + told, values?.(told));
  };
}
