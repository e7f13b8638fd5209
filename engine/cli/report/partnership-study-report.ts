import type { RepeatedStudy } from '../../validation/index.js';
import { alignTable, wrap } from './align-table.js';
import { sampleFigure, sampleSpread } from './sample-figure.js';

/** The virtual study as text: what it finds as measured, and without error of measurement. */
export function partnershipStudyReport(study: RepeatedStudy): string {
  const { schools, replicates, seed, rows, held, significant } = study;
  const body = rows.map(({ label, unit, reported, measured, exact }) => [
    label,
    reported === null ? '' : sampleFigure(reported),
    sampleSpread(measured),
    sampleSpread(exact),
    unit,
  ]);
  const percent = (share: number): string => `${Math.round(100 * share)} of 100`;
  const effect = held['qualityEffect'];
  const heldNote =
    effect === undefined
      ? []
      : [
          wrap(
            `The effect is held at the reported ${effect} points; all else varies. Without error of measurement a large ` +
              'study must give the reported coefficients back; the error of the quality survey weakens them.',
          ),
        ];
  return [
    `Virtual study of ${schools.toLocaleString('en-US')} schools in one district; ${replicates} samples, seed ${seed}`,
    '',
    alignTable([['Result', 'Reported', 'As measured', 'Without error', 'Unit'], ...body], [1, 2, 3]),
    '',
    `Significant at 5 percent: level in ${percent(significant.level)} samples, improvement in ${percent(significant.improvement)}.`,
    ...heldNote,
    wrap('Figures: middle value [what 90 of 100 samples lie between]. Association is not cause.'),
  ].join('\n');
}
