import {
  ReplicateError,
  WorkerError,
  type CancelSignal,
  type Executor,
  type Progress,
} from '../../ensemble/index.js';
import { elapsedMs } from '../../ensemble/platform.js';
import { InputError } from '../../input/index.js';
import type { Scenario } from '../../scenario/index.js';
import { readHorizon, type ResponseSpec } from './read-horizon.js';

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
 * @param count of scenarios
 * @param scenarioAt makes the one at a place when its turn comes; an InputError that it throws is that one's failure
 * @returns one response a scenario, in their order; the same whatever the executor
 * @throws the signal's reason when cancelled
 */
export async function respond(
  count: number,
  scenarioAt: (index: number) => Scenario,
  spec: ResponseSpec,
  executor: Executor,
  { signal, onProgress, onResponse }: ResponseHooks = {},
): Promise<ScenarioResponse[]> {
  const responses = new Array<ScenarioResponse>(count);
  const total = count * spec.replicates;
  const start = elapsedMs();
  // Stopped at the first error that is no run's own: nothing more is started or delivered.
  const state = { done: 0, finished: 0, next: 0, stopped: false };
  const isStopped = (): boolean => state.stopped;
  const report = (): void => {
    const seconds = (elapsedMs() - start) / 1000;
    const { done, finished } = state;
    const blocks = { done: finished, total: count };
    onProgress?.({ done, total, blocks, rate: done === 0 ? 0 : done / seconds });
  };
  const deliver = async (index: number, response: ScenarioResponse): Promise<void> => {
    responses[index] = response;
    state.finished++;
    await onResponse?.(index, response);
    report();
  };
  const fail = async (index: number, error: string): Promise<void> => {
    state.done += spec.replicates;
    await deliver(index, { kind: 'failed', error });
  };
  const runTogether = async (jobs: readonly Job[]): Promise<void> => {
    let counted = 0;
    const onReplicate = (): void => {
      counted += jobs.length;
      state.done += jobs.length;
      report();
    };
    const scenarios = jobs.map(({ scenario }) => scenario);
    const values = await readHorizon(scenarios, spec, executor, signal, onReplicate).catch(whatFailed);
    if (isStopped()) return;
    if (typeof values !== 'string') {
      for (const [place, { index }] of jobs.entries()) {
        await deliver(index, { kind: 'done', values: values[place]! });
      }
      return;
    }
    state.done -= counted;
    if (jobs.length === 1) await fail(jobs[0]!.index, values);
    else for (const job of jobs) if (!isStopped()) await runTogether([job]);
  };
  const size = chunkSize(count, spec.replicates, executor.workers);
  const work = async (): Promise<void> => {
    try {
      while (state.next < count && !isStopped()) {
        const jobs: Job[] = [];
        for (const end = Math.min(state.next + size, count); state.next < end;) {
          const index = state.next++;
          const scenario = scenarioOr(scenarioAt, index);
          if (typeof scenario === 'string') await fail(index, scenario);
          else jobs.push({ index, scenario });
        }
        if (jobs.length > 0) await runTogether(jobs);
      }
    } catch (error) {
      state.stopped = true;
      throw error;
    }
  };
  report();
  await Promise.all(Array.from({ length: executor.workers }, work));
  return responses;
}

interface Job {
  readonly index: number;
  readonly scenario: Scenario;
}

/** The scenario, or why there can be none. */
function scenarioOr(scenarioAt: (index: number) => Scenario, index: number): Scenario | string {
  try {
    return scenarioAt(index);
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
}

/** What a failed run says; a cancel, or a fault outside the runs, goes on. */
function whatFailed(error: unknown): string {
  if (error instanceof ReplicateError || error instanceof WorkerError) return error.message;
  throw error;
}

function chunkSize(scenarios: number, replicates: number, workers: number): number {
  const wanted = Math.min(
    mostTogether,
    Math.max(fewestTogether, Math.floor(replicatesTogether / replicates)),
  );
  return Math.max(1, Math.min(wanted, Math.ceil(scenarios / workers)));
}
