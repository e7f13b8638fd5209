import { hypervolume } from '../../statistics/index.js';
import { paretoFront } from '../../statistics/index.js';
import type { ArchivedMix } from './mix-archive.js';
import { asEvaluation, type OptimiseSpec, referenceOf } from './optimise-spec.js';

/** How far a search has come: the volume that its mixes within the budget dominate, generation by generation. */
export interface HypervolumeTrace {
  /** The worst that counts: nothing gained, the largest spread seen below that, and the budget. */
  readonly reference: { readonly gain: number; readonly gain05: number; readonly cost: number };
  /** From generation 0, in the outcome's unit squared times dollars, on the futures of the search. */
  readonly byGeneration: readonly number[];
  /** Share by which it grew over the last quarter of the generations. */
  readonly lateGrowth: number;
  /** Whether more generations are likely to find better mixes. */
  readonly growing: boolean;
}

/** Growth over the last quarter of the generations that calls for more of them. */
const worthwhile = 0.01;

/** @param searched all mixes of the search, with their generation */
export function hypervolumeTrace(searched: readonly ArchivedMix[], spec: OptimiseSpec): HypervolumeTrace {
  const { generations, budget } = spec;
  const within = searched
    .map(({ generation, ...mix }) => ({ generation, ...asEvaluation(mix, spec) }))
    .filter(({ violation }) => violation === 0);
  const reference = referenceOf(within, budget);
  const byGeneration: number[] = [];
  let front: typeof within = [];
  for (let generation = 0; generation <= generations; generation++) {
    const candidates = [...front, ...within.filter((mix) => mix.generation === generation)];
    front = paretoFront(candidates).map((index) => candidates[index]!);
    byGeneration.push(
      hypervolume(
        front.map(({ objectives }) => objectives),
        reference,
      ),
    );
  }
  const last = byGeneration.at(-1)!;
  const before = generations === 0 ? 0 : byGeneration[Math.floor(0.75 * generations)]!;
  const lateGrowth = last === 0 ? 0 : (last - before) / last;
  return {
    reference: { gain: 0, gain05: 0 - reference[1], cost: budget },
    byGeneration,
    lateGrowth,
    growing: lateGrowth > worthwhile,
  };
}
