import {
  cutBlocks,
  outlinePlan,
  ReplicateError,
  WorkerError,
  type CancelSignal,
  type Executor,
  type Plan,
  type Progress,
} from '../ensemble/index.js';
import { elapsedMs } from '../ensemble/platform.js';
import { outcomeIndex } from '../model/outcomes/index.js';
import type { Population } from '../population/index.js';
import type { Scenario } from '../scenario/index.js';

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

/** What one scenario gave: by outcome, in the order asked for, one value a replicate at the horizon. */
export type ScenarioResponse =
  | { readonly kind: 'done'; readonly values: readonly Float64Array[] }
  | { readonly kind: 'failed'; readonly error: string };

export interface ResponseHooks {
  readonly signal?: CancelSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /** Called once a scenario, as soon as it is done or has failed; awaited. */
  readonly onResponse?: ((index: number, response: ScenarioResponse) => void | Promise<void>) | undefined;
}

/** Scenarios that a worker gets at a time: neighbours of a design often share their world without policy. */
const mostTogether = 16;
const fewestTogether = 4;
const replicatesTogether = 400;

/**
 * Runs many scenarios of one horizon on an executor, in any order, with common random numbers.
 *
 * A scenario that fails does not touch the others: those that it shared a worker's job with are run again alone.
 *
 * @returns one response a scenario, in their order; the same whatever the executor
 * @throws the signal's reason when cancelled
 */
export async function respond(
  scenarios: readonly Scenario[],
  spec: ResponseSpec,
  executor: Executor,
  { signal, onProgress, onResponse }: ResponseHooks = {},
): Promise<ScenarioResponse[]> {
  const responses = new Array<ScenarioResponse>(scenarios.length);
  const total = scenarios.length * spec.replicates;
  const start = elapsedMs();
  let [done, finished, next] = [0, 0, 0];
  const report = (): void => {
    const seconds = (elapsedMs() - start) / 1000;
    const blocks = { done: finished, total: scenarios.length };
    onProgress?.({ done, total, blocks, rate: done === 0 ? 0 : done / seconds });
  };
  const deliver = async (index: number, response: ScenarioResponse): Promise<void> => {
    responses[index] = response;
    finished++;
    await onResponse?.(index, response);
    report();
  };
  const runTogether = async (indices: readonly number[]): Promise<void> => {
    let counted = 0;
    const count = (): void => {
      counted += indices.length;
      done += indices.length;
      report();
    };
    try {
      const chunk = indices.map((index) => scenarios[index]!);
      const values = await readHorizon(chunk, spec, executor, signal, count);
      for (const [place, index] of indices.entries()) {
        await deliver(index, { kind: 'done', values: values[place]! });
      }
    } catch (error) {
      if (!(error instanceof ReplicateError || error instanceof WorkerError)) throw error;
      done -= counted;
      if (indices.length > 1) {
        for (const index of indices) await runTogether([index]);
        return;
      }
      done += spec.replicates;
      await deliver(indices[0]!, { kind: 'failed', error: error.message });
    }
  };
  const size = chunkSize(scenarios.length, spec.replicates, executor.workers);
  const work = async (): Promise<void> => {
    try {
      while (next < scenarios.length) {
        const first = next;
        next = Math.min(next + size, scenarios.length);
        await runTogether(Array.from({ length: next - first }, (_, place) => first + place));
      }
    } finally {
      next = scenarios.length; // at a failure no other starts anything new
    }
  };
  report();
  await Promise.all(Array.from({ length: executor.workers }, work));
  return responses;
}

function chunkSize(scenarios: number, replicates: number, workers: number): number {
  const wanted = Math.min(
    mostTogether,
    Math.max(fewestTogether, Math.floor(replicatesTogether / replicates)),
  );
  return Math.max(1, Math.min(wanted, Math.ceil(scenarios / workers)));
}

/** Horizon values of some scenarios: by scenario, then outcome, one value a replicate. */
async function readHorizon(
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
    },
  });
  return result;
}
