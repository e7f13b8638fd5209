import { surveyLeaders } from '../../model/instruments/leader-survey.js';
import { createKernel } from '../../model/kernel.js';
import { loadPopulation } from '../../population/index.js';
import { loadScenario } from '../../scenario/index.js';
import { funnelFigures, funnelMonth } from '../reported/funnel-figures.js';
import { shareOf } from '../reported/simulated-figures.js';
import { surveyMonth } from '../reported/survey-figures.js';
import { withoutSchools } from '../reported/without-schools.js';
import { type CalibrationBlock, type FitRow, shareError } from './calibration-block.js';
import { reportedFigure } from './reported-figure.js';

/**
 * The training funnel and who knows, attends and uses: two years of the partnership in the state, read at month 24 and
 * by the survey in month 20.
 *
 * Later steps are fitted as shares of the step before, both as counted at month 24, so that they are censored as in the
 * report. The number of grants is set by the lever and carries no information.
 */
export async function statewideBlock(): Promise<CalibrationBlock> {
  const population = withoutSchools(await loadPopulation('massachusetts'));
  const kernel = createKernel(population);
  const scenario = { ...loadScenario('mep'), years: 2 };
  return {
    id: 'statewide',
    title: 'Training funnel, awareness, attendance and use of the method',
    populations: 7,
    parameters: [
      'attendancePropensity',
      'attendanceSize',
      'attendedInquiry',
      'attendedRespondent',
      'awareAtStart',
      'awareCommittee',
      'awareSuperintendent',
      'awareUnion',
      'awarenessHazard',
      'awarenessLoss',
      'awarenessReach',
      'capacityPerInstructor',
      'continuedChance',
      'decisionDelay',
      'facilitatedChance',
      'facilitationDelay',
      'followingUnits',
      'grantInquiry',
      'initialUsers',
      'inquiredAtStart',
      'inquiryHazard',
      'inquiryWindow',
      'responseOdds',
      'settlementHazard',
      'trainingHazard',
      'useClaimed',
      'useReported',
      'userInquiry',
    ],
    rows: statewideRows(population.districts.count),
    simulate(parameters, root, replicate) {
      kernel.begin(scenario, parameters, root, replicate);
      for (let month = 1; month <= surveyMonth; month++) kernel.step(month);
      const answers = surveyLeaders(kernel.model, surveyMonth, 'after');
      for (let month = surveyMonth + 1; month <= funnelMonth; month++) kernel.step(month);
      const figures = funnelFigures(kernel.model);
      const of = (id: string): number => figures[id]!['value']!;
      return [
        of('districts-engaged'),
        of('students-engaged'),
        of('inquired'),
        of('trained'),
        of('facilitated') / of('trained'),
        of('continued') / of('facilitated'),
        of('switched-to-traditional') / of('facilitated'),
        of('contracts-ratified'),
        of('dcp-to-ibb') / of('dcp-districts'),
        shareOf(answers, ({ aware }) => aware),
        shareOf(answers, ({ attended }) => attended),
        shareOf(answers, ({ usedIbb }) => usedIbb),
      ];
    },
  };
}

function statewideRows(districts: number): FitRow[] {
  const engaged = reportedFigure('districts-engaged');
  const engagedError = districts * shareError(engaged.value / districts, districts);
  const trained = reportedFigure('trained').value;
  const facilitated = reportedFigure('facilitated').value;
  const grants = reportedFigure('dcp-districts').value;
  const row = (figure: string, observed: number, error: number): FitRow => {
    const { label } = reportedFigure(figure);
    return { figure, label, observed, error };
  };
  const shareOfStep = (figure: string, of: number): FitRow => {
    const share = reportedFigure(figure).value / of;
    return row(figure, share, shareError(share, of));
  };
  const surveyed = (figure: string): FitRow => {
    const { value, n = NaN } = reportedFigure(figure);
    return row(figure, value, shareError(value, n));
  };
  const students = reportedFigure('students-engaged').value;
  const inquired = reportedFigure('inquired').value;
  const contracts = reportedFigure('contracts-ratified').value;
  return [
    row('districts-engaged', engaged.value, engagedError),
    row('students-engaged', students, (students * engagedError) / engaged.value),
    row('inquired', inquired, shareError(inquired, districts)),
    row('trained', trained, districts * shareError(trained / districts, districts)),
    shareOfStep('facilitated', trained),
    shareOfStep('continued', facilitated),
    shareOfStep('switched-to-traditional', facilitated),
    row('contracts-ratified', contracts, Math.sqrt(contracts)),
    shareOfStep('dcp-to-ibb', grants),
    surveyed('aware'),
    surveyed('attended-conference'),
    surveyed('used-ibb-recently'),
  ];
}
