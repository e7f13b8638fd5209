import { deepFreeze } from '../../input/index.js';
import { meanOf, sortedQuantile, type Executor } from '../../ensemble/index.js';
import type { Scenario } from '../../scenario/index.js';
import { respond, type ResponseHooks, type ScenarioResponse } from '../respond/model-response.js';
import { pointScenario } from '../factors/point-scenario.js';
import type { ResponseSpec } from '../respond/read-horizon.js';
import { square } from '../../statistics/index.js';
import { pointKey, type PointValue, type SweepPlan } from './sweep-plan.js';

/** What is kept of each outcome at the horizon, over the replicates of a run. */
export const summaryNames = deepFreeze(['mean', 'sd', 'q05', 'q50', 'q95'] as const);
export type RunSummary = Readonly<Record<(typeof summaryNames)[number], number>>;

/** A finished or failed run of a sweep. */
export interface SweepRun {
  /** Place in the design, from 0. */
  readonly run: number;
  readonly point: readonly PointValue[];
  /** Why it failed; empty when it is done. */
  readonly error: string;
  /** By outcome, in the order asked for; empty when it failed. */
  readonly summaries: readonly RunSummary[];
}

export interface SweepOptions extends Pick<ResponseHooks, 'signal' | 'onProgress'> {
  /** Runs of an earlier start; those that are done are not run again. */
  readonly earlier?: readonly SweepRun[];
  /** After a failed run: stop at once, or go on with the others (the default). */
  readonly onError?: 'stop' | 'skip';
  /** Called once a run, in the order in which they end; awaited. */
  readonly onRun?: (run: SweepRun) => void | Promise<void>;
}

/**
 * Runs a sweep. All runs share the seed and the replicates: adding a combination changes no other, and two runs differ
 * by their factors and not by their luck.
 *
 * @returns every run in the order of the design, earlier ones included
 * @throws Error naming the run when one fails and `onError` is `stop`
 * @throws the signal's reason when cancelled
 */
export async function runSweep(
  plan: Omit<SweepPlan, 'design'>,
  spec: ResponseSpec,
  executor: Executor,
  { earlier = [], onError = 'skip', onRun, signal, onProgress }: SweepOptions = {},
): Promise<SweepRun[]> {
  const addresses = plan.factors.map(({ address }) => address);
  const known = new Map(
    earlier.filter(({ error }) => error === '').map((run) => [pointKey(addresses, run.point), run]),
  );
  const runs = new Map<number, SweepRun>();
  const finish = async (run: SweepRun): Promise<void> => {
    runs.set(run.run, run);
    await onRun?.(run);
    if (run.error !== '' && onError === 'stop') throw new Error(`run ${run.run}: ${run.error}`);
  };
  const waiting: number[] = [];
  for (const run of plan.order) {
    const point = plan.points[run]!;
    const before = known.get(pointKey(addresses, point));
    if (before) runs.set(run, { ...before, run, point });
    else waiting.push(run);
  }
  const head = runs.size;
  const at = (index: number): Scenario => runScenario(plan, addresses, waiting[index]!);
  await respond(waiting.length, at, spec, executor, {
    signal,
    onProgress: (progress) =>
      onProgress?.({
        ...progress,
        done: progress.done + head * spec.replicates,
        total: progress.total + head * spec.replicates,
        blocks: { done: progress.blocks.done + head, total: progress.blocks.total + head },
      }),
    onResponse(index, response) {
      const run = waiting[index]!;
      return finish({ run, point: plan.points[run]!, ...summarised(response) });
    },
  });
  return [...runs.values()].sort((a, b) => a.run - b.run);
}

/** @throws InputError when no scenario may have the run's values together */
function runScenario(
  { scenario, points }: Pick<SweepPlan, 'scenario' | 'points'>,
  addresses: readonly string[],
  run: number,
): Scenario {
  const set = points[run]!.flatMap((value, index) =>
    value === null ? [] : [[addresses[index]!, value] as const],
  );
  return pointScenario(
    scenario,
    set.map(([address]) => address),
    set.map(([, value]) => value),
    `run ${run}`,
  );
}

function summarised(response: ScenarioResponse): Pick<SweepRun, 'error' | 'summaries'> {
  if (response.kind === 'failed') return { error: response.error, summaries: [] };
  return { error: '', summaries: response.values.map(summarise) };
}

function summarise(values: Float64Array): RunSummary {
  const mean = meanOf(values);
  const squares = values.reduce((sum, value) => sum + square(value - mean), 0);
  const sorted = values.toSorted();
  const [q05, q50, q95] = [
    sortedQuantile(sorted, 'q05'),
    sortedQuantile(sorted, 'q50'),
    sortedQuantile(sorted, 'q95'),
  ];
  return { mean, sd: Math.sqrt(squares / Math.max(values.length - 1, 1)), q05, q50, q95 };
}
