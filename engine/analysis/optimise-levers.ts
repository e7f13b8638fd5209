import { type Executor, version } from '../ensemble/index.js';
import { outcomeIndex, outcomes } from '../model/outcomes/index.js';
import { evaluateMixes, type MixEvaluation, type MixSpec } from './evaluate-mixes.js';
import { evolve } from './evolve.js';
import { firstMixes, type LeverMix, roundMix } from './lever-mix.js';
import type { ResponseHooks } from './model-response.js';
import { mixDocuments, type OptimisationDocument } from './optimisation-document.js';
import { type Evaluation, paretoFront } from './pareto.js';
import { requireInput } from './require-input.js';
import { surviving } from './survival.js';
import { variedFactor } from './sensitivity-document.js';

export interface OptimiseSpec extends Omit<MixSpec, 'firstReplicate'> {
  /** Dollars over the whole horizon that a mix may cost. */
  readonly budget: number;
  /** What must keep the budget: the mean cost, or the cost that nine of ten futures do not exceed. */
  readonly budgetOf: 'mean' | 'q90';
  /** Mixes of a generation, even. */
  readonly mixes: number;
  readonly generations: number;
  /** Replicates, others than those of the search, on which the mixes found are judged. */
  readonly finalReplicates: number;
}

/** Mixes that are judged at last. */
const judged = 24;

/**
 * Lever mixes within a budget: the Pareto front of expected gain, fifth percentile of the gain and expected cost, found by
 * NSGA-II, and of these the one with the least regret.
 *
 * The search compares mixes on the same replicates. What it finds is judged on fresh ones, as the best of hundreds of
 * mixes on a few replicates looks better than it is.
 *
 * @param onStage gives the hooks of the search and then of the judgement
 * @throws InputError when no mix keeps the budget or a setting breaks its rule
 * @throws the signal's reason when cancelled
 */
export async function optimiseLevers(
  spec: OptimiseSpec,
  executor: Executor,
  onStage: () => Pick<ResponseHooks, 'signal' | 'onProgress'> = () => ({}),
): Promise<OptimisationDocument> {
  const { scenario, factors, budget, replicates, finalReplicates, outcome, seed } = spec;
  const { label, unit, better } = outcomes[outcomeIndex.get(outcome)!]!;
  const remedy = 'choose an outcome of which more or less is better';
  requireInput(better !== 'none', 'outcome', outcome, 'must have a better direction', remedy);
  requireInput(budget > 0, 'budget', budget, 'must be above 0', 'give dollars over the whole horizon');
  const found = await search(spec, executor, onStage());
  const fresh = { ...spec, replicates: finalReplicates, firstReplicate: replicates };
  const final = await evaluateMixes(found, fresh, executor, onStage());
  const kept = final.filter((mix) => asEvaluation(mix, spec).violation === 0);
  requireInput(
    kept.length > 0,
    'budget',
    budget,
    'must allow at least one mix',
    `the cheapest found costs ${Math.ceil(Math.min(...final.map(({ cost }) => cost)))}`,
  );
  const evaluations = kept.map((mix) => asEvaluation(mix, spec));
  const front = paretoFront(evaluations).map((index) => kept[index]!);
  return {
    accord: version,
    scenario: scenario.name,
    population: spec.population.id,
    seed,
    years: scenario.years,
    outcome,
    label,
    unit,
    budget,
    budgetOf: spec.budgetOf,
    searchReplicates: replicates,
    replicates: finalReplicates,
    factors: factors.map(variedFactor),
    ...mixDocuments(front, factors),
  };
}

/** The best mixes of all that a search has run, each once. */
async function search(
  spec: OptimiseSpec,
  executor: Executor,
  { signal, onProgress }: Pick<ResponseHooks, 'signal' | 'onProgress'>,
): Promise<LeverMix[]> {
  const { factors, mixes, generations, replicates, seed } = spec;
  const known = new Map<string, MixEvaluation>();
  const total = mixes * (generations + 1) * replicates;
  const evaluate = async (points: readonly Float64Array[], generation: number): Promise<Evaluation[]> => {
    const rounded = points.map((point) => roundMix(point, factors));
    const fresh = [...new Map(rounded.map((mix) => [mix.join(), mix])).values()].filter(
      (mix) => !known.has(mix.join()),
    );
    const before = generation * mixes * replicates;
    const report: NonNullable<ResponseHooks['onProgress']> = (progress) =>
      onProgress?.({
        ...progress,
        done: before + Math.round((mixes * replicates * progress.done) / Math.max(progress.total, 1)),
        total,
        blocks: { done: generation, total: generations },
      });
    const evaluations =
      fresh.length === 0 ? [] : await evaluateMixes(fresh, spec, executor, { signal, onProgress: report });
    for (const evaluation of evaluations) known.set(evaluation.mix.join(), evaluation);
    return rounded.map((mix) => asEvaluation(known.get(mix.join())!, spec));
  };
  const bounds = { low: factors.map(({ low }) => low), high: factors.map(({ high }) => high) };
  const initial = firstMixes(spec.scenario, factors).slice(0, mixes);
  await evolve({ bounds, evaluate }, { seed, population: mixes, generations, initial });
  const all = [...known.values()].map((mix) => ({ mix: mix.mix, ...asEvaluation(mix, spec) }));
  return surviving(all, judged).map(({ mix }) => mix);
}

function asEvaluation(
  { gain, gain05, cost, cost90 }: MixEvaluation,
  { budget, budgetOf }: OptimiseSpec,
): Evaluation {
  const spent = budgetOf === 'mean' ? cost : cost90;
  return { objectives: [-gain, -gain05, cost], violation: Math.max(0, (spent - budget) / budget) };
}
