import { type Answer, surveyLeaders } from '../../model/instruments/leader-survey.js';
import { createKernel, type Kernel } from '../../model/kernel.js';
import { loadPopulation } from '../../population/index.js';
import { loadScenario, type Scenario } from '../../scenario/index.js';
import { surveyMonth, surveyMonthBefore } from './survey-figures.js';
import { withoutSchools } from './without-schools.js';

/** The state in which both surveys are taken. */
export interface StatewideSurvey {
  readonly kernel: Kernel;
  /** Runs the state to month 20 and asks its leaders, before the partnership and then; the kernel stays in month 20. */
  readonly survey: (
    parameters: Float64Array,
    root: Uint32Array,
    replicate: number,
  ) => { readonly before: Answer[]; readonly after: Answer[] };
}

/** @param scenario of the partnership; default what it did in its first two years */
export async function createStatewideSurvey(scenario?: Scenario): Promise<StatewideSurvey> {
  const world = scenario ?? { ...loadScenario('mep'), years: 2 };
  const kernel = createKernel(withoutSchools(await loadPopulation('massachusetts')));
  return {
    kernel,
    survey(parameters, root, replicate) {
      kernel.begin(world, parameters, root, replicate);
      const before = surveyLeaders(kernel.model, surveyMonthBefore, 'before');
      for (let month = 1; month <= surveyMonth; month++) kernel.step(month);
      return { before, after: surveyLeaders(kernel.model, surveyMonth, 'after') };
    },
  };
}
