import { type Executor, version } from '../../ensemble/index.js';
import { outcomeOf } from '../../model/outcomes/index.js';
import type { ResponseHooks } from '../respond/model-response.js';
import { requireInput } from '../../input/index.js';
import { variedFactor } from '../sensitivity/sensitivity-document.js';
import { surviving } from '../../statistics/index.js';
import { firstMixes } from './first-mixes.js';
import { hypervolumeTrace } from './hypervolume-trace.js';
import { judgedFront } from './judged-front.js';
import type { LeverMix } from './lever-mix.js';
import { type ArchivedMix, type ArchiveOptions, mixArchive } from './mix-archive.js';
import { mixDocuments, type OptimisationDocument } from './optimisation-document.js';
import { asEvaluation, type OptimiseSpec, rankingOf } from './optimise-spec.js';
import { searchMixes } from './search-mixes.js';

/** Mixes that a search hands on to be judged, beside those from which it began. */
const judged = 48;

export interface OptimiseHooks extends ArchiveOptions {
  /** Gives the hooks of the search, made of generations, and then of the judgement, made of mixes. */
  readonly onStage?: (part: 'generation' | 'mix') => Pick<ResponseHooks, 'signal' | 'onProgress'>;
}

export interface Optimisation {
  readonly document: OptimisationDocument;
  /** Every mix that was run, in the order of the search and then of the judgement. */
  readonly archive: readonly ArchivedMix[];
}

/**
 * Lever mixes within a budget: the Pareto front of expected gain, fifth percentile of the gain and expected cost, found by
 * evolution, and of these the one with the least regret.
 *
 * The search compares mixes on the same replicates. What it finds is judged on fresh ones, as the best of hundreds of
 * mixes on a few replicates looks better than it is. Every random choice is addressed by generation, mix and lever: the same
 * seed gives the same result on any number of workers, and more generations begin with the fewer.
 *
 * @throws InputError when no mix keeps the budget or a setting breaks its rule
 * @throws the signal's reason when cancelled
 */
export async function optimiseLevers(
  spec: OptimiseSpec,
  executor: Executor,
  { onStage = () => ({}), ...options }: OptimiseHooks = {},
): Promise<Optimisation> {
  const { scenario, factors, budget, replicates, finalReplicates, outcome, seed, generations } = spec;
  const { label, unit, better } = outcomeOf(outcome);
  const remedy = 'choose an outcome of which more or less is better';
  requireInput(better !== 'none', 'outcome', outcome, 'must have a better direction', remedy);
  requireInput(budget > 0, 'budget', budget, 'must be above 0', 'give dollars over the whole horizon');
  const fresh = { ...spec, replicates: finalReplicates, firstReplicate: replicates };
  const archive = mixArchive({ search: spec, judgement: fresh }, executor, options);
  await searchMixes(spec, archive, onStage('generation'));
  const searched = [...archive.mixes];
  const candidates = candidatesOf(searched, spec);
  const final = await archive.evaluate(candidates, 'judgement', generations, onStage('mix'));
  const kept = final.filter((mix) => asEvaluation(mix, spec).violation === 0);
  requireInput(
    kept.length > 0,
    'budget',
    budget,
    'must allow at least one mix',
    `the cheapest found costs ${Math.ceil(Math.min(...final.map(({ cost }) => cost)))}`,
  );
  const document = {
    accord: version,
    scenario: scenario.name,
    population: spec.population.id,
    seed,
    years: scenario.years,
    outcome,
    label,
    unit: unit.words,
    budget,
    budgetOf: spec.budgetOf,
    searchReplicates: replicates,
    searchedMixes: searched.length,
    replicates: finalReplicates,
    judgedMixes: final.length,
    hypervolume: hypervolumeTrace(searched, spec),
    factors: factors.map(variedFactor),
    ...mixDocuments(judgedFront(kept, spec), spec),
  };
  return { document, archive: archive.mixes };
}

/** The best mixes of a search, and whatever it began with that seems affordable: luck must not hide the obvious. */
function candidatesOf(searched: readonly ArchivedMix[], spec: OptimiseSpec): LeverMix[] {
  const evaluations = searched.map((mix) => ({ mix: mix.mix, ...asEvaluation(mix, spec) }));
  const obvious = new Set(firstMixes(spec.scenario, spec.factors).map((mix) => mix.join()));
  const begun = evaluations.filter(({ mix, violation }) => violation === 0 && obvious.has(mix.join()));
  const candidates = [...surviving(evaluations, judged, rankingOf(spec)), ...begun];
  return [...new Map(candidates.map(({ mix }) => [mix.join(), mix])).values()];
}
