import type { AttitudeSplit, Scorecard, ScorecardPart, ScorecardRow } from '../../validation/index.js';
import { alignTable, wrap } from './align-table.js';
import { percentSpread, sampleFigure } from './sample-figure.js';

const titles = { calibrate: 'Fitted', predict: 'Predicted, never fitted', shape: 'Shapes' } as const;

/** The scorecard as text: fits and predictions apart, every part of a figure, misses marked. */
export function scorecardReport(card: Scorecard): string {
  const tables = (['calibrate', 'predict', 'shape'] as const).flatMap((role) => {
    const rows = card.rows.filter((row) => row.role === role);
    const inside = rows.filter((row) => row.inside).length;
    return ['', `${titles[role]}: ${inside} of ${rows.length} inside`, table(rows)];
  });
  const notes = card.rows.flatMap(({ id, note, role }) =>
    note === undefined || role === 'shape' ? [] : [wrap(`${id}: ${note}`)],
  );
  return [
    `Reported against simulated; ${card.replicates.toLocaleString('en-US')} samples, seed ${card.seed}`,
    ...tables,
    '',
    splitLine('Confident in the relationship', card.splits.confident),
    splitLine('Bargaining is a means', card.splits.means),
    '',
    ...notes,
    '',
    wrap(readingNote),
  ].join('\n');
}

/** What of a rise between the surveys districts' states carry; the rest is credited to no policy. */
export function splitLine(question: string, { rise, states, period }: AttitudeSplit): string {
  return wrap(
    `${question}, 2011 to 2014, in percentage points: expected rise ${percentSpread(rise)}, of which districts' ` +
      `states carry ${percentSpread(states)} and a statewide period effect ${percentSpread(period)}.`,
  );
}

function table(rows: readonly ScorecardRow[]): string {
  const lines = rows.flatMap((row) =>
    (row.parts ?? [row]).map((part, index) => [
      part.inside ? '' : 'miss',
      index === 0 ? row.label : '',
      index === 0 ? (row.how ?? '') : '',
      row.parts ? part.part : '',
      reported(row, part),
      sampleFigure(part.median),
      `${sampleFigure(part.q05)} to ${sampleFigure(part.q95)}`,
      part.holds === undefined ? '' : `${Math.round(100 * part.holds)}%`,
      index === 0 ? row.id : '',
    ]),
  );
  return alignTable(
    [['', 'Figure', 'How', 'Part', 'Reported', 'Median', '90 percent', 'Holds', 'Id'], ...lines],
    [4, 5, 6, 7],
  );
}

function reported({ compare }: ScorecardRow, part: ScorecardPart): string {
  const bound = compare === 'at-least' ? '>= ' : compare === 'at-most' ? '<= ' : '';
  return `${bound}${sampleFigure(part.reported)}`;
}

const readingNote =
  'Each sample takes one joint posterior draw and one run of luck; the survey, the study and the counts are then taken as ' +
  'the world took them. Inside: the report lies within the middle 90 of 100 samples; where it is a bound or a statement, ' +
  'they reach it, and Holds says in how many of 100 samples it is true. How: by the distance of the fit, or taken directly ' +
  'into a parameter (conjugate shares, coefficients of all California schools, densities and their slope, the ratio of the ' +
  'two coefficients of the study).';
