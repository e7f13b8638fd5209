import { parameterValue } from '../../evidence/index.js';
import {
  type Answer,
  attitudeChances,
  type Role,
  roles,
  type SurveyWave,
} from '../../model/instruments/leader-survey.js';
import { binomialSum, draw, drawName, rootKey, tickKeys } from '../../random/index.js';
import { createStatewideSurvey } from '../reported/statewide-survey.js';
import { type CalibrationBlock, type FitRow, shareError } from './calibration-block.js';
import { reportedFigure } from './reported-figure.js';

const answers = drawName('calibration.answers');

/** Respondents of one survey by role and use of the method. */
type Respondents = readonly { readonly role: Role; readonly user: boolean; readonly count: number }[];

/**
 * What leaders think of bargaining and of their relationship, in 2011 and in 2014. Districts' states can hardly carry the
 * rise, so a statewide period effect is fitted beside them.
 *
 * These answers move no district, so each simulation asks the respondents of one earlier run anew: as many users and
 * others of each role as there were, each with the instrument's own chances.
 *
 * @param settled joint draws of what the earlier block has fitted: who uses the method comes from there
 */
export async function attitudesBlock(settled: readonly Float64Array[]): Promise<CalibrationBlock> {
  const asked = await whoAnswered(settled);
  const rows = [
    'bargaining-is-a-means-2011',
    'bargaining-is-a-means-2014',
    'confident-2011',
    'confident-2014',
  ].map((figure): FitRow => {
    const { label, value, n = NaN } = reportedFigure(figure);
    return { figure, label, observed: value, error: shareError(value, n) };
  });
  return {
    id: 'attitudes',
    title: 'Bargaining as a means and confidence, 2011 and 2014',
    populations: 10,
    parameters: ['confidentBefore', 'confidentPeriod', 'confidentUser', 'meansPeriod', 'meansUnion'],
    rows,
    others: (replicate) => settled[replicate % settled.length]!,
    simulate(parameters, root, replicate) {
      const place = replicate % settled.length;
      const chances = attitudeChances((id) => parameterValue(parameters, id));
      const keys = new Int32Array(2);
      tickKeys(root, replicate, answers, 0, keys);
      let address = 0;
      const share = (wave: SurveyWave, chance: (role: Role, user: boolean) => number): number => {
        const groups = asked[place]![wave];
        const total = groups.reduce((sum, { count }) => sum + count, 0);
        const yes = groups.reduce(
          (sum, { role, user, count }) =>
            sum + binomialSum(count, chance(role, user), 0, 0, draw(keys[0]!, keys[1]!, address++)),
          0,
        );
        return yes / total;
      };
      return [
        share('before', chances.before.means),
        share('after', chances.after.means),
        share('before', (_, user) => chances.before.confident(user)),
        share('after', (_, user) => chances.after.confident(user)),
      ];
    },
  };
}

/** Respondents before the partnership and in month 20, one run of the state a draw. */
async function whoAnswered(
  settled: readonly Float64Array[],
): Promise<readonly Readonly<Record<SurveyWave, Respondents>>[]> {
  const { survey } = await createStatewideSurvey();
  const root = rootKey('respondents');
  return settled.map((parameters, replicate) => {
    const { before, after } = survey(parameters, root, replicate);
    return { before: grouped(before), after: grouped(after) };
  });
}

function grouped(all: readonly Answer[]): Respondents {
  return roles.flatMap((role) =>
    [true, false].map((user) => ({
      role,
      user,
      count: all.filter((answer) => answer.role === role && answer.usedIbb === user).length,
    })),
  );
}
