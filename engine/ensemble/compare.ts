import { compareOn } from './compare-on.js';
import type { CompareDocument } from './document.js';
import type { Executor } from './executor.js';
import { inProcess } from './in-process.js';
import type { EnsembleSpec } from './plan.js';
import type { SimulateOptions } from './simulate.js';

/**
 * Paired comparison under common random numbers: the first scenario is the baseline of all others. Beside the bands of
 * each scenario it gives those of the differences, replicate by replicate.
 *
 * @throws InputError when the specification is wrong
 * @throws ReplicateError or WorkerError when a replicate fails
 * @throws the signal's reason when cancelled
 */
export function compare(
  spec: EnsembleSpec,
  executor: Executor = inProcess(),
  options: SimulateOptions = {},
): Promise<CompareDocument> {
  return compareOn(spec, executor, options);
}
