import { formatDifference, formatDifferenceBand } from '../../telling/format-value.js';
import type { ContributionsDocument } from '../../analysis/index.js';
import { outcomeOf } from '../../model/outcomes/index.js';
import { alignTable, wrap } from './align-table.js';

/** What each lever contributes, as text: for each scenario and outcome a table, the largest first. */
export function contributionsReport(documents: Readonly<Record<string, ContributionsDocument>>): string {
  const tables = Object.values(documents).flatMap(({ scenario, baseline, outcomes, replicates }) =>
    Object.entries(outcomes).flatMap(([id, { label, unit, total, contributions }]) => {
      const figure = (value: number): string => formatDifference(value, outcomeOf(id).unit);
      const rows = [...contributions]
        .sort((a, b) => Math.abs(b.mean) - Math.abs(a.mean))
        .map(({ label: lever, mean, low, high, q05, q95 }) => [
          lever,
          formatDifferenceBand({ low, middle: mean, high }, outcomeOf(id).unit),
          `${figure(q05)} to ${figure(q95)}`,
        ]);
      return [
        '',
        `What each lever of ${scenario} adds to ${baseline}: ${label} (${unit}), ${replicates} simulated futures`,
        '',
        alignTable(
          [['Lever', 'Mean', '90 of 100 futures'], ...rows, ['All together', figure(total), '']],
          [1, 2],
        ),
      ];
    }),
  );
  return [...tables, '', wrap(note)].join('\n');
}

const note =
  "A lever's mean [90 percent interval of the mean] is what it adds on average over all orders in which the levers can " +
  'be introduced (Shapley value); what two only do together is shared between them.';
