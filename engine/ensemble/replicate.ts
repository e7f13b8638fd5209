import { outcomes } from '../model/outcomes/index.js';
import { loadPopulation, type Population } from '../population/index.js';
import { createKernel } from '../run.js';
import type { Scenario } from '../scenario/index.js';
import { runBlock } from './block.js';
import { Futures } from './futures.js';
import { kernelCache } from './workers/kernel-cache.js';

export interface ReplicateSpec {
  /** A population or the name of a bundled one; where it is left out, the one that the scenario names. */
  readonly population?: Population | string;
  readonly seed: string;
  /** Which replicate, from 0. */
  readonly replicate: number;
}

/** One replicate of one scenario: a value a month by outcome id; index k is the state after k ticks. */
export type Trajectory = Readonly<Record<string, Float64Array>>;

const kernelFor = kernelCache(createKernel);

/** Runs a single replicate; the same numbers as in any ensemble with this seed. */
export async function trajectoryOf(scenario: Scenario, spec: ReplicateSpec): Promise<Trajectory> {
  const chosen = spec.population ?? scenario.population;
  const population = typeof chosen === 'string' ? await loadPopulation(chosen) : chosen;
  const months = 12 * scenario.years + 1;
  const values = runReplicate(population, [scenario], spec.seed, spec.replicate);
  const futures = new Futures(values, { scenarios: [scenario], months });
  return Object.fromEntries(outcomes.map(({ id }, index) => [id, futures.series(0, 0, index).slice()]));
}

/** One replicate of scenarios with one horizon, shape [scenario][outcome][month]. */
export function runReplicate(
  population: Population,
  scenarios: readonly Scenario[],
  seed: string,
  replicate: number,
): Float64Array {
  const months = 12 * scenarios[0]!.years + 1;
  const block = { index: 0, firstReplicate: replicate, replicates: 1 };
  return runBlock(kernelFor(population), { scenarios, seed, months }, block);
}
