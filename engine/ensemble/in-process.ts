import { createKernel } from '../run.js';
import { blockSteps } from './block.js';
import type { Block } from './block-range.js';
import { driveBlock, replicateTeller } from './drive-block.js';
import type { Executor, RunHooks } from './executor.js';
import { Futures } from './futures.js';
import { kernelCache, type KernelFactory } from './workers/kernel-cache.js';
import { nextTask, throwIfCancelled } from './platform.js';
import type { Plan } from './plan.js';

/** Computes in the calling thread, with pauses: for small runs, tests and wherever there are no workers. */
export function inProcess(create: KernelFactory = createKernel): Executor {
  const kernelFor = kernelCache(create);
  let spare: Float64Array | undefined;

  async function runOne(plan: Plan, block: Block, hooks: RunHooks): Promise<void> {
    const kernel = kernelFor(plan.population);
    const tell = replicateTeller(block.firstReplicate, hooks.onReplicate);
    const tellOf = (finished: number, values: Float64Array): void =>
      tell(finished, hooks.stream ? (index) => new Futures(values, plan).copy(index) : undefined);
    const taken = spare;
    spare = undefined; // another run may begin in a pause
    const values = await driveBlock(
      blockSteps(kernel, plan, block, taken),
      (step) => tellOf(step.finished, step.values),
      () => throwIfCancelled(hooks.signal),
    );
    tellOf(block.replicates, values);
    spare = (await hooks.onBlock(block, values)) ?? undefined;
  }

  return {
    workers: 1,
    async run(plan, blocks, hooks) {
      for (const block of blocks) {
        await nextTask();
        throwIfCancelled(hooks.signal);
        await runOne(plan, block, hooks);
      }
    },
    async close() {
      // Nothing is kept open.
    },
  };
}
