import { splitVariance, type VarianceSplit } from '../../engine/analysis/sensitivity/variance-split.js';
import type { Population } from '../../engine/population/index.js';
import type { Scenario } from '../../engine/scenario/scenario.js';
import { Leg, type Report } from './leg.js';
import { runStudy } from './study.js';
import type { Study, StudySpec } from './study-spec.js';

export interface SplitSpec {
  readonly scenario: Scenario;
  readonly seed: string;
  /** Futures in all: draws of the assumptions times runs of luck with each. */
  readonly replicates: number;
}

/** Sensitivity and variance studies, one at a time; whoever wants to stop one ends the worker. */
export interface StudyService {
  study(spec: StudySpec, population: Population, workers: number, report: Report): Promise<Study>;
  split(spec: SplitSpec, population: Population, workers: number, report: Report): Promise<VarianceSplit>;
}

export function createStudyService(): StudyService {
  const leg = new Leg();
  return {
    study: (spec, population, workers, report) =>
      leg.run(workers, report, (pool, hooks) => runStudy(spec, population, pool, hooks)),
    split: (spec, population, workers, report) =>
      leg.run(workers, report, (pool, hooks) => splitVariance({ ...spec, population }, pool, hooks)),
  };
}
