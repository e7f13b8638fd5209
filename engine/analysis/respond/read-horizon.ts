import {
  cutBlocks,
  HorizonValues,
  outlinePlan,
  type CancelSignal,
  type Executor,
  type Plan,
} from '../../ensemble/index.js';
import type { Population } from '../../population/index.js';
import type { Scenario } from '../../scenario/index.js';

/** Where and how often scenarios are run. All share the seed and the replicates, hence all luck. */
export interface ResponseSpec {
  readonly population: Population;
  readonly seed: string;
  readonly replicates: number;
  /** Number of the first replicate; default 0. */
  readonly firstReplicate?: number;
  /** Ids of the outcomes that are read at the horizon. */
  readonly outcomes: readonly string[];
}

/**
 * Runs some scenarios of one horizon together and keeps what they end with.
 *
 * @param onReplicate called when a replicate of all scenarios is complete
 * @returns by scenario, then outcome, one value a replicate
 * @throws ReplicateError or WorkerError when a replicate of any of them fails
 * @throws the signal's reason when cancelled
 */
export async function readHorizon(
  scenarios: readonly Scenario[],
  spec: ResponseSpec,
  executor: Executor,
  signal: CancelSignal | undefined,
  onReplicate: () => void,
): Promise<Float64Array[][]> {
  const { population, seed, replicates, firstReplicate = 0, outcomes } = spec;
  const outline = outlinePlan({ populationId: population.id, scenarios, seed, replicates });
  const blocks = cutBlocks(replicates).map((block) => ({
    ...block,
    firstReplicate: block.firstReplicate + firstReplicate,
  }));
  const plan: Plan = { ...outline, blocks, population };
  const horizon = new HorizonValues(plan, outcomes);
  await executor.run(plan, blocks, {
    signal,
    onReplicate,
    onBlock(block, values) {
      horizon.add(block, values);
      return values;
    },
  });
  return scenarios.map((_, scenario) => outcomes.map((id) => horizon.row(scenario, id)));
}
