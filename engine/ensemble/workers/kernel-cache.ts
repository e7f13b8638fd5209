import type { Population } from '../../population/index.js';
import type { Kernel } from '../../run.js';

/** What blocks need of a kernel, and how to make one. */
export type BlockKernel = Pick<Kernel, 'run'>;
export type KernelFactory = (population: Population) => BlockKernel;

/**
 * Keeps the kernel of the last population. A second instance in one thread made the first 1.3 times slower when
 * measured, so a worker reuses its kernel from job to job.
 */
export function kernelCache(create: KernelFactory): (population: Population) => BlockKernel {
  let kept: { population: Population; kernel: BlockKernel } | undefined;
  return (population) => {
    if (kept?.population !== population) kept = { population, kernel: create(population) };
    return kept.kernel;
  };
}
