import { cutBlocks, outlinePlan, type CancelSignal, type Executor, type Plan } from '../../ensemble/index.js';
import { outcomeIndex } from '../../model/outcomes/index.js';
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
  const { months } = outline;
  const blocks = cutBlocks(replicates).map((block) => ({
    ...block,
    firstReplicate: block.firstReplicate + firstReplicate,
  }));
  const plan: Plan = { ...outline, blocks, population };
  const series = outcomes.map((id) => outcomeIndex.get(id)!);
  const result = scenarios.map(() => series.map(() => new Float64Array(replicates)));
  await executor.run(plan, blocks, {
    signal,
    onReplicate,
    onBlock(block, values) {
      const width = values.length / block.replicates / scenarios.length;
      const from = block.firstReplicate - firstReplicate;
      for (let replicate = 0; replicate < block.replicates; replicate++) {
        for (let scenario = 0; scenario < scenarios.length; scenario++) {
          const own = (replicate * scenarios.length + scenario) * width;
          series.forEach((outcome, place) => {
            result[scenario]![place]![from + replicate] = values[own + (outcome + 1) * months - 1]!;
          });
        }
      }
      return values;
    },
  });
  return result;
}
