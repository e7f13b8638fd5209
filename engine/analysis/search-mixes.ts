import type { Executor } from '../ensemble/index.js';
import { elapsedMs } from '../ensemble/platform.js';
import { evaluateMixes, type MixEvaluation } from './evaluate-mixes.js';
import { evolve } from './evolve.js';
import { knownMixes, type LeverMix, roundMix, singleMixes } from './lever-mix.js';
import type { ResponseHooks } from './model-response.js';
import { asEvaluation, type OptimiseSpec } from './optimise-spec.js';
import type { Evaluation } from './pareto.js';
import { predictCost } from './predict-cost.js';
import { surviving } from './survival.js';

/** Mixes that are handed on to be judged. */
const judged = 24;

/** The best mixes of all that a search has run, each once. */
export async function searchMixes(
  spec: OptimiseSpec,
  executor: Executor,
  { signal, onProgress }: Pick<ResponseHooks, 'signal' | 'onProgress'>,
): Promise<LeverMix[]> {
  const { scenario, factors, mixes, generations, replicates, seed } = spec;
  const known = new Map<string, MixEvaluation>();
  const size = mixes * replicates;
  const start = elapsedMs();
  const run = async (wanted: readonly LeverMix[], step: number): Promise<void> => {
    const fresh = new Map(wanted.map((mix) => [mix.join(), mix.slice()]));
    for (const key of known.keys()) fresh.delete(key);
    if (fresh.size === 0) return;
    const hooks = { signal, onProgress: stepProgress(step, generations + 2, size, start, onProgress) };
    for (const evaluation of await evaluateMixes([...fresh.values()], spec, executor, hooks)) {
      known.set(evaluation.mix.join(), evaluation);
    }
  };
  const evaluate = async (points: readonly Float64Array[], generation: number): Promise<Evaluation[]> => {
    const predicted = predictCost([...known.values()]);
    // A point becomes the mix that is run, so that its children start from there.
    for (const point of points) point.set(affordable(roundMix(point, factors), spec, predicted));
    const isNew = points.map(
      (point, index) =>
        !known.has(point.join()) && points.findIndex((other) => other.join() === point.join()) === index,
    );
    await run(points, generation + 1);
    return points.map((point, index) => {
      const evaluation = asEvaluation(known.get(point.join())!, spec);
      // What was met before is kept in `known`; twins in the population would only end the search early.
      return isNew[index] || generation === 0 ? evaluation : { ...evaluation, violation: Infinity };
    });
  };
  const bounds = { low: factors.map(({ low }) => low), high: factors.map(({ high }) => high) };
  const first = [...knownMixes(scenario, factors), ...singleMixes(factors)];
  await run(first, 0); // tells what each amount costs
  const initial = first.slice(0, mixes);
  await evolve({ bounds, evaluate }, { seed, population: mixes, generations, initial });
  const all = [...known.values()].map((found) => ({ mix: found.mix, ...asEvaluation(found, spec) }));
  return surviving(all, judged).map(({ mix }) => mix);
}

/** Progress of one of several steps of equal size as progress of the whole. */
function stepProgress(
  step: number,
  steps: number,
  size: number,
  start: number,
  onProgress: ResponseHooks['onProgress'],
): NonNullable<ResponseHooks['onProgress']> {
  return (progress) => {
    const done = Math.round(size * (step + progress.done / progress.total));
    const rate = (1000 * done) / Math.max(elapsedMs() - start, 1);
    onProgress?.({ done, total: size * steps, rate, blocks: { done: step, total: steps } });
  };
}

/**
 * A mix that would overspend, scaled down to the budget: a search that only discards what costs too much seldom comes
 * near the budget, where the largest gains are.
 */
function affordable(
  mix: LeverMix,
  { factors, budget }: OptimiseSpec,
  predicted: ((mix: LeverMix) => number) | undefined,
): LeverMix {
  const cost = predicted?.(mix) ?? 0;
  if (cost <= budget) return mix;
  return roundMix(
    mix.map((value, index) => factors[index]!.low + (value - factors[index]!.low) * (budget / cost)),
    factors,
  );
}
