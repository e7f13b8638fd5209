import { causalCaveat } from '../../engine/telling/caveats.js';
import { parameters } from '../../engine/evidence/index.js';
import { levers } from '../../engine/model/levers/index.js';
import type { PopulationInfo } from '../../engine/population/index.js';
import type { Setup } from '../state/setup.js';

/**
 * What a brief can't tell, in sentences: first what holds of every run of this model, then what holds of this one.
 *
 * @param population of the run, where it is known
 */
export function limitsOf({ scenario }: Setup, population: PopulationInfo | undefined): readonly string[] {
  const assumed = levers.filter(
    ({ id, grade, fields }) => grade === 'assumed' && (scenario.levers[id].values[fields[0]!.id] ?? 0) > 0,
  );
  const assumptions = parameters.filter(({ status }) => status === 'assumed').length;
  return [
    'Whether partnership causes better scores. The study found that schools with better partnership scored higher; it did ' +
      `not assign partnership by lot. ${causalCaveat}`,
    'What happens to real districts by name: a simulated future is an example, and only the average of many is a finding.',
    `Whether the model is right beyond what it was held against: two years of one state, one district’s study and ` +
      `its history. ${assumptions} of ${parameters.length} parameters are assumed, with wide ranges where little is known.`,
    'What the model leaves out: elections, school finance beyond the levers’ own costs, changes of state law unless set, ' +
      'and what districts do for reasons of their own.',
    'A budget. Costs are cumulative, undiscounted, and rest on unit costs that are assumptions.',
    ...(assumed.length > 0
      ? [
          `How much ${list(assumed.map(({ label }) => label.toLowerCase()))} ${assumed.length === 1 ? 'does' : 'do'}: the ` +
            'sources give no size, so a wide range is assumed (grade C).',
        ]
      : []),
    ...(population?.synthetic === true
      ? [
          `Anything of single districts: those of “${population.title}” are made up so that their number, sizes and ` +
            'low-income shares are those of the real ones.',
        ]
      : []),
  ];
}

function list(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)!}`;
}
