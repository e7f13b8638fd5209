import { formatValue } from '../../telling/format-value.js';
import type { VarianceSplit } from '../../analysis/index.js';
import { outcomeOf } from '../../model/outcomes/index.js';
import { alignTable, wrap } from './align-table.js';

/** Where the range of each outcome at the horizon comes from, as text. */
export function splitReport({ draws, processes, outcomes }: VarianceSplit): string {
  const rows = Object.entries(outcomes).flatMap(([id, { label, ...series }]) => {
    const [parameters, luck, share] = [
      series.parameterVariance.at(-1) ?? NaN,
      series.processVariance.at(-1) ?? NaN,
      series.parameterShare.at(-1) ?? null,
    ];
    if (share === null) return [];
    return [
      [
        label,
        formatValue(Math.sqrt(parameters + luck), outcomeOf(id).unit),
        `${Math.round(100 * share)}%`,
        `${Math.round(100 * (1 - share))}%`,
        id,
      ],
    ];
  });
  return [
    '',
    `Where the range at the horizon comes from (${draws.toLocaleString('en-US')} parameter draws, ${processes} futures of luck with each)`,
    alignTable([['Outcome', 'Standard deviation', 'Parameters', 'Luck', 'Id'], ...rows], [1, 2, 3]),
    wrap(
      'Parameters: what better evidence could narrow. Luck: what differs between futures with the same parameters.',
    ),
  ].join('\n');
}
