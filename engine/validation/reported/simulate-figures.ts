import { createKernel } from '../../model/kernel.js';
import { loadPopulation, type Population } from '../../population/index.js';
import { loadScenario } from '../../scenario/index.js';
import { agreementDelay, delayYears } from './agreement-delay.js';
import { splitAttitudes } from './attitude-split.js';
import { createCaliforniaYear } from './california-scores.js';
import { funnelFigures, funnelMonth } from './funnel-figures.js';
import { meanOf, type SimulatedFigures } from './simulated-figures.js';
import { createStatewideSurvey } from './statewide-survey.js';
import { studyFigures } from './study-figures.js';
import { surveyFigures, surveyMonth } from './survey-figures.js';
import { createVirtualStudy } from './virtual-study.js';
import { withoutSchools } from './without-schools.js';

/** Simulates reported figures. One instance is reused; equal arguments give equal figures. */
export type FigureSimulator = (
  parameters: Float64Array,
  root: Uint32Array,
  replicate: number,
) => SimulatedFigures;

/** The partnership's first two years and the surveys of leaders before and in month 20. */
export async function createStatewideFigures(): Promise<FigureSimulator> {
  const statewide = await createStatewideSurvey();
  return (parameters, root, replicate) => {
    const { before, after } = statewide.survey(parameters, root, replicate);
    for (let month = surveyMonth + 1; month <= funnelMonth; month++) statewide.kernel.step(month);
    return {
      ...surveyFigures(before, after),
      ...splitAttitudes(parameters, before, after),
      ...funnelFigures(statewide.kernel.model),
    };
  };
}

/** Every figure that the model has a number for: two years of the state, the study, a year of California, a delay. */
export async function createFigureSimulator(): Promise<FigureSimulator> {
  const statewide = await createStatewideFigures();
  const study = await createVirtualStudy();
  const california = await createCaliforniaYear();
  const massachusetts = await loadPopulation('massachusetts');
  const abc = await loadPopulation('abc-unified');
  const follow = createKernel(withoutSchools(massachusetts));
  const longer = { ...loadScenario('mep'), years: delayYears };
  const fixed = { ...stateFigures(massachusetts), ...districtFigures(abc) };
  return (parameters, root, replicate) => {
    follow.begin(longer, parameters, root, replicate);
    return {
      ...fixed,
      ...statewide(parameters, root, replicate),
      ...studyFigures(study.run(parameters, root, replicate)),
      ...california.run(parameters, root, replicate),
      'boston-delay': { value: agreementDelay(follow, root, replicate) },
    };
  };
}

function stateFigures({ districts, schools }: Population): SimulatedFigures {
  const logs = Array.from(districts.students, (n) => Math.log(n));
  const mean = meanOf(logs);
  return {
    'ma-districts': {
      districts: districts.count,
      schools: schools.count,
      students: districts.students.reduce((sum, n) => sum + n, 0),
    },
    'ma-enrolment': {
      logMean: mean,
      logSd: Math.sqrt(meanOf(logs.map((value) => (value - mean) * (value - mean)))),
    },
  };
}

function districtFigures({ districts, schools }: Population): SimulatedFigures {
  return {
    'abc-teachers': { value: districts.educators[0]! },
    'abc-students': { value: districts.students[0]! },
    'abc-schools': { value: schools.count },
    'abc-lunch': { lunch: districts.lowIncome[0]!, englishLearners: districts.englishLearners?.[0] ?? NaN },
  };
}
