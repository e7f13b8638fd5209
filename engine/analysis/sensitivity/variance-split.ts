import {
  countReplicates,
  firstSeries,
  type Executor,
  memoryStore,
  planEnsemble,
  type Plan,
  type Progress,
  simulate,
  type CancelSignal,
} from '../../ensemble/index.js';
import { posteriorDraws } from '../../evidence/index.js';
import { outcomes } from '../../model/outcomes/index.js';
import type { Scenario } from '../../scenario/index.js';
import type { Population } from '../../population/index.js';
import { requireCount } from '../../input/index.js';
import { varianceComponents } from '../../statistics/index.js';

/** What to split, and how finely. */
export interface VarianceSplitSpec {
  readonly scenario: Scenario;
  readonly population: Population | string;
  readonly seed: string;
  /** Futures in all: parameter draws times runs of luck with each. */
  readonly replicates: number;
  /** Runs of luck with each parameter draw, 2 or more; default 4. */
  readonly processes?: number;
}

export interface VarianceSplitHooks {
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: CancelSignal;
}

/** Where the variance of one outcome comes from, month by month (index k is the state after k ticks). */
export interface OutcomeSplit {
  readonly label: string;
  readonly unit: string;
  /** In the outcome's unit squared. */
  readonly parameterVariance: readonly number[];
  readonly processVariance: readonly number[];
  /** Share of the variance that comes of the parameters; null where there is no variance. */
  readonly parameterShare: readonly (number | null)[];
}

export interface VarianceSplit {
  /** Joint parameter draws, and runs of luck with each. */
  readonly draws: number;
  readonly processes: number;
  /** By outcome id. */
  readonly outcomes: Readonly<Record<string, OutcomeSplit>>;
}

const usualProcesses = 4;

/**
 * Splits the variance of every outcome into what we do not know (parameters) and what nobody can know (luck): several
 * futures with the same joint posterior draw differ by luck alone.
 *
 * The draw of a replicate does not depend on the seed, so futures of the same number under several seeds share their
 * parameters. Beyond the committed draws parameters would come again, so there are at most as many groups as draws.
 *
 * @throws InputError when there are fewer than two draws or two runs of luck
 */
export async function splitVariance(
  spec: VarianceSplitSpec,
  executor: Executor,
  { onProgress, signal }: VarianceSplitHooks = {},
): Promise<VarianceSplit> {
  const { scenario, population, seed, replicates, processes = usualProcesses } = spec;
  requireCount('processes', processes, 2);
  const draws = Math.min(Math.floor(replicates / processes), posteriorDraws().count);
  requireCount('replicates', replicates, 2 * processes);
  const runs: { readonly plan: Plan; readonly store: ReturnType<typeof memoryStore> }[] = [];
  for (let process = 0; process < processes; process++) {
    const ownSeed = process === 0 ? seed : `${seed} luck ${process + 1}`;
    const plan = await planEnsemble({ scenarios: [scenario], population, seed: ownSeed, replicates: draws });
    const store = memoryStore(plan);
    const before = process * draws;
    await simulate(plan, executor, store, false, {
      signal,
      onProgress: (progress) =>
        onProgress?.({ ...progress, done: before + progress.done, total: processes * draws }),
    });
    runs.push({ plan, store });
  }
  const { plan } = runs[0]!;
  const months = plan.months;
  const values = runs.map(() => new Float64Array(months * countReplicates(plan.blocks)));
  const split: Record<string, OutcomeSplit> = {};
  for (const [index, { id, label, unit }] of outcomes.entries()) {
    for (const [process, { store }] of runs.entries()) {
      await store.read(0, firstSeries(index, months), months, values[process]!);
    }
    split[id] = { label, unit: unit.words, ...splitSeries(values, months, draws) };
  }
  return { draws, processes, outcomes: split };
}

/** @param values by process, shape [month][draw] */
function splitSeries(
  values: readonly Float64Array[],
  months: number,
  draws: number,
): Pick<OutcomeSplit, 'parameterVariance' | 'processVariance' | 'parameterShare'> {
  const components = Array.from({ length: months }, (_, month) =>
    varianceComponents(
      Array.from({ length: draws }, (_unused, draw) => values.map((run) => run[month * draws + draw]!)),
    ),
  );
  return {
    parameterVariance: components.map(({ between }) => between),
    processVariance: components.map(({ within }) => within),
    parameterShare: components.map(({ between, within }) =>
      between + within > 0 ? between / (between + within) : null,
    ),
  };
}
