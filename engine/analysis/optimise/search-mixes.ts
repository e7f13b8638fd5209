import { elapsedMs } from '../../ensemble/platform.js';
import { evolve } from '../../statistics/index.js';
import type { ResponseHooks } from '../respond/model-response.js';
import type { Evaluation } from '../../statistics/index.js';
import { scaleToRanges } from '../../statistics/index.js';
import { sobolSequence } from '../../statistics/index.js';
import { surviving } from '../../statistics/index.js';
import { firstMixes, shareOf } from './first-mixes.js';
import { type LeverMix, roundMix } from './lever-mix.js';
import type { MixArchive } from './mix-archive.js';
import { asEvaluation, type OptimiseSpec, rankingOf } from './optimise-spec.js';
import { predictCost } from './predict-cost.js';

/**
 * Fills an archive with mixes, generation by generation: those from which a search begins, then children of the best.
 * Where a child is no new mix the next of an even spread takes its place, so that every generation runs as many.
 */
export async function searchMixes(
  spec: OptimiseSpec,
  archive: MixArchive,
  { signal, onProgress }: Pick<ResponseHooks, 'signal' | 'onProgress'>,
): Promise<void> {
  const { scenario, factors, mixes, generations, replicates, seed } = spec;
  const start = elapsedMs();
  const run = async (wanted: readonly LeverMix[], generation: number): Promise<void> => {
    const progress = stepProgress(generation, generations + 1, mixes * replicates, start, onProgress);
    await archive.evaluate(wanted, 'search', generation, { signal, onProgress: progress });
  };
  const repaired = (points: readonly Float64Array[], generation: number): LeverMix[] => {
    const predicted = predictCost(archive.mixes);
    const taken = new Set<string>();
    const repair = (point: Float64Array): LeverMix => affordable(roundMix(point, factors), spec, predicted);
    const isNew = (mix: LeverMix): boolean => !archive.find('search', mix) && !taken.has(mix.join());
    return points.map((point, child) => {
      const own = repair(point);
      const mix = isNew(own) ? own : repair(spreadPoint(spec, generation * mixes + child));
      taken.add(mix.join());
      return mix;
    });
  };
  await run(firstMixes(scenario, factors), 0); // tells what each amount costs
  const spread = Array.from({ length: mixes }, (_, child) => spreadPoint(spec, child));
  const missing = Math.max(mixes - archive.mixes.length, mixes / 2);
  await run(repaired(spread.slice(0, missing), 0), 0);
  const evaluations = archive.mixes.map((mix) => ({ mix: mix.mix, ...asEvaluation(mix, spec) }));
  const initial = surviving(evaluations, mixes, rankingOf(spec)).map(({ mix }) => mix);
  const evaluate = async (points: readonly Float64Array[], generation: number): Promise<Evaluation[]> => {
    // A point becomes the mix that is run, so that its children start from there.
    const own =
      generation === 0 ? points.map((point) => roundMix(point, factors)) : repaired(points, generation);
    points.forEach((point, index) => point.set(own[index]!));
    const isNew = points.map(
      (point, index) =>
        !archive.find('search', point) &&
        points.findIndex((other) => other.join() === point.join()) === index,
    );
    await run(points, generation);
    return points.map((point, index) => {
      const evaluation = asEvaluation(archive.find('search', point)!, spec);
      // What was met before is in the archive; twins in the population would only end the search early.
      return isNew[index] || generation === 0 ? evaluation : { ...evaluation, violation: Infinity };
    });
  };
  const bounds = { low: factors.map(({ low }) => low), high: factors.map(({ high }) => high) };
  const options = { seed, population: mixes, generations, initial, rank: rankingOf(spec) };
  await evolve({ bounds, evaluate }, options);
}

/** One of the points that cover all mixes evenly, however many are taken. */
function spreadPoint({ factors, seed }: OptimiseSpec, index: number): Float64Array {
  return scaleToRanges(sobolSequence(1, factors.length, { seed, skip: index }), factors)[0]!;
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
    const done = Math.round(size * (step + progress.done / Math.max(progress.total, 1)));
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
  return cost <= budget ? mix : roundMix(shareOf(mix, budget / cost, factors), factors);
}
