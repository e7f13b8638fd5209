import { InputError } from '../input/index.js';
import { memoryStore } from './block-store.js';
import { compareDocument, type CompareDocument } from './document.js';
import type { Executor } from './executor.js';
import { planEnsemble, type EnsembleSpec } from './plan.js';
import { simulate, type SimulateOptions } from './simulate.js';
import { summarise } from './summary.js';

/** `compare` on a given executor. Apart from it, so that a page that computes in workers has no model of its own. */
export async function compareOn(
  spec: EnsembleSpec,
  executor: Executor,
  options: SimulateOptions = {},
): Promise<CompareDocument> {
  const plan = await planEnsemble(spec);
  if (plan.scenarios.length < 2) {
    const value = plan.scenarios.map(({ name }) => name).join(', ');
    const rule = 'must be a baseline and at least one scenario';
    throw new InputError([{ path: 'scenarios', value, rule, remedy: 'add a scenario to compare with it' }]);
  }
  const store = options.store ?? memoryStore(plan);
  if (store.document && 'baseline' in store.document) return store.document;
  const digests = await simulate(plan, executor, store, true, options);
  const summary = await summarise(plan, store, { differences: true, signal: options.signal });
  const document = compareDocument(plan, summary, digests);
  await store.finish?.(document);
  return document;
}
