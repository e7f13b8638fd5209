import { type Executor, version } from '../ensemble/index.js';
import { outcomeIndex, outcomes } from '../model/outcomes/index.js';
import { evaluateMixes } from './evaluate-mixes.js';
import type { ResponseHooks } from './model-response.js';
import { mixDocuments, type OptimisationDocument } from './optimisation-document.js';
import { asEvaluation, type OptimiseSpec } from './optimise-spec.js';
import { paretoFront } from './pareto.js';
import { requireInput } from './require-input.js';
import { searchMixes } from './search-mixes.js';
import { variedFactor } from './sensitivity-document.js';

/**
 * Lever mixes within a budget: the Pareto front of expected gain, fifth percentile of the gain and expected cost, found by
 * NSGA-II, and of these the one with the least regret.
 *
 * The search compares mixes on the same replicates. What it finds is judged on fresh ones, as the best of hundreds of
 * mixes on a few replicates looks better than it is.
 *
 * @param onStage gives the hooks of the search, made of generations, and then of the judgement, made of mixes
 * @throws InputError when no mix keeps the budget or a setting breaks its rule
 * @throws the signal's reason when cancelled
 */
export async function optimiseLevers(
  spec: OptimiseSpec,
  executor: Executor,
  onStage: (part: 'generation' | 'mix') => Pick<ResponseHooks, 'signal' | 'onProgress'> = () => ({}),
): Promise<OptimisationDocument> {
  const { scenario, factors, budget, replicates, finalReplicates, outcome, seed } = spec;
  const { label, unit, better } = outcomes[outcomeIndex.get(outcome)!]!;
  const remedy = 'choose an outcome of which more or less is better';
  requireInput(better !== 'none', 'outcome', outcome, 'must have a better direction', remedy);
  requireInput(budget > 0, 'budget', budget, 'must be above 0', 'give dollars over the whole horizon');
  const found = await searchMixes(spec, executor, onStage('generation'));
  const fresh = { ...spec, replicates: finalReplicates, firstReplicate: replicates };
  const final = await evaluateMixes(found, fresh, executor, onStage('mix'));
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
