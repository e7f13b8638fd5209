import type { Executor } from '../../ensemble/index.js';
import { deepFreeze } from '../../input/index.js';
import {
  evaluateMixes,
  type MixEvaluation,
  type MixHooks,
  type MixSpec,
  withoutPolicy,
} from './evaluate-mixes.js';
import type { LeverMix } from './lever-mix.js';

/** On which futures a mix was run: on those of the search, or on the fresh ones on which its findings are judged. */
export const mixStages = deepFreeze(['search', 'judgement'] as const);
export type MixStage = (typeof mixStages)[number];

/** A mix that has been run. */
export interface ArchivedMix extends MixEvaluation {
  readonly stage: MixStage;
  /** Generation of the search that ran it, from 0; of a judgement, the last. */
  readonly generation: number;
}

/** Every mix that an optimisation has run, each once a stage. */
export interface MixArchive {
  /** In the order in which they were first asked for. */
  readonly mixes: readonly ArchivedMix[];
  find(stage: MixStage, mix: LeverMix): ArchivedMix | undefined;
  /** The evaluation of each mix, in their order; only those that are not known are run. */
  evaluate(
    mixes: readonly LeverMix[],
    stage: MixStage,
    generation: number,
    hooks: Pick<MixHooks, 'signal' | 'onProgress'>,
  ): Promise<ArchivedMix[]>;
}

export interface ArchiveOptions {
  /** What an earlier start has run; it is not run again. */
  readonly earlier?: readonly ArchivedMix[];
  /** Called once a mix that is run, as soon as it is done; awaited. */
  readonly onMix?: (mix: ArchivedMix) => void | Promise<void>;
}

/** @param specs replicates of each stage */
export function mixArchive(
  specs: Readonly<Record<MixStage, MixSpec>>,
  executor: Executor,
  { earlier = [], onMix }: ArchiveOptions,
): MixArchive {
  const keyOf = (stage: MixStage, mix: LeverMix): string => `${stage} ${mix.join()}`;
  const before = new Map(earlier.map((found) => [keyOf(found.stage, found.mix), found]));
  const known = new Map<string, ArchivedMix>();
  const mixes: ArchivedMix[] = [];
  const baselines = new Map<MixStage, Promise<Float64Array>>();
  const runMixes = (
    fresh: readonly LeverMix[],
    stage: MixStage,
    hooks: Pick<MixHooks, 'signal' | 'onProgress'>,
    archived: (evaluation: MixEvaluation) => ArchivedMix,
  ): Promise<MixEvaluation[]> => {
    const baseline = baselines.get(stage) ?? withoutPolicy(specs[stage], executor, hooks);
    baselines.set(stage, baseline);
    return evaluateMixes(fresh, specs[stage], executor, {
      ...hooks,
      baseline,
      onMix: (_, evaluation) => onMix?.(archived(evaluation)),
    });
  };
  return {
    mixes,
    find: (stage, mix) => known.get(keyOf(stage, mix)),
    async evaluate(wanted, stage, generation, hooks) {
      const asked = new Map(wanted.map((mix) => [keyOf(stage, mix), mix.slice()]));
      for (const key of known.keys()) asked.delete(key);
      const fresh = [...asked.entries()].filter(([key]) => !before.has(key)).map(([, mix]) => mix);
      const archived = (evaluation: MixEvaluation): ArchivedMix => ({ ...evaluation, stage, generation });
      const run = fresh.length === 0 ? [] : await runMixes(fresh, stage, hooks, archived);
      const results = new Map(run.map((evaluation) => [keyOf(stage, evaluation.mix), evaluation]));
      for (const key of asked.keys()) {
        const mix = archived((results.get(key) ?? before.get(key))!);
        known.set(key, mix);
        mixes.push(mix);
      }
      return wanted.map((mix) => known.get(keyOf(stage, mix))!);
    },
  };
}
