import { memoryStore } from './block-store.js';
import { runDocument, type RunDocument } from './document.js';
import type { Executor } from './executor.js';
import { inProcess } from './in-process.js';
import { InputError } from '../input/index.js';
import { planEnsemble, type EnsembleSpec } from './plan.js';
import { simulate, type SimulateOptions } from './simulate.js';
import { summarise } from './summary.js';

/**
 * Monte Carlo of one scenario: mean and exact quantiles of every outcome and month, and the digest of all replicates.
 * The same specification gives the same document with any executor.
 *
 * @throws InputError when the specification is wrong
 * @throws ReplicateError or WorkerError when a replicate fails
 * @throws the signal's reason when cancelled
 */
export async function ensemble(
  spec: EnsembleSpec,
  executor: Executor = inProcess(),
  options: SimulateOptions = {},
): Promise<RunDocument> {
  const plan = await planEnsemble(spec);
  if (plan.scenarios.length > 1) {
    const value = plan.scenarios.map(({ name }) => name).join(', ');
    const rule = 'must be a single scenario';
    throw new InputError([{ path: 'scenarios', value, rule, remedy: 'compare several with `compare`' }]);
  }
  const store = options.store ?? memoryStore(plan);
  if (store.document && 'scenario' in store.document) return store.document;
  const digests = await simulate(plan, executor, store, false, options);
  const summary = await summarise(plan, store, { differences: false, signal: options.signal });
  const document = runDocument(plan, summary, digests);
  await store.finish?.(document);
  return document;
}
