import { type VirtualSurvey, surveyGroups } from '../../validation/index.js';
import { alignTable, wrap } from './align-table.js';
import { percentSpread, sampleFigure } from './sample-figure.js';
import { splitLine } from './scorecard-report.js';

const heads: Readonly<Record<(typeof surveyGroups)[number], string>> = {
  all: 'All',
  superintendent: 'Superintendents',
  committee: 'Committee',
  union: 'Union',
  users: 'Users',
  nonUsers: 'Others',
};

/** The virtual survey as text: shares in percent by role and use, then its reported rows. */
export function surveyReport(survey: VirtualSurvey): string {
  const { scenario, replicates, seed, respondents, questions, rows, splits } = survey;
  const count = Object.values(respondents.after).reduce((sum, n) => sum + n, 0);
  const shares = questions.map(({ label, groups }) => [
    label,
    ...surveyGroups.map((group) => percentSpread(groups[group])),
  ]);
  const reported = rows.flatMap((row) =>
    (row.parts ?? [row]).map((part, index) => [
      part.inside ? '' : 'miss',
      index === 0 ? row.label : '',
      row.parts ? part.part : '',
      sampleFigure(part.reported),
      sampleFigure(part.median),
      `${sampleFigure(part.q05)} to ${sampleFigure(part.q95)}`,
      row.role,
    ]),
  );
  return [
    `Virtual survey of ${count} leaders in month 20 of ${scenario}, in percent; ${replicates} samples, seed ${seed}`,
    '',
    alignTable([['Answer', ...surveyGroups.map((group) => heads[group])], ...shares], [1, 2, 3, 4, 5, 6]),
    '',
    alignTable(
      [['', 'Reported figure', 'Part', 'Reported', 'Median', '90 percent', 'Role'], ...reported],
      [3, 4, 5],
    ),
    '',
    splitLine('Confident in the relationship', splits.confident),
    splitLine('Bargaining is a means', splits.means),
    '',
    wrap('Figures: middle value [what 90 of 100 samples lie between].'),
  ].join('\n');
}
