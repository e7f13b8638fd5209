import { formatBand, formatValue } from '../../telling/format-value.js';
import { monthInWords } from '../../telling/horizon.js';
import type { RunDocument } from '../../ensemble/index.js';
import type { Scenario } from '../../scenario/index.js';
import { outcomeOf } from '../../model/outcomes/index.js';
import { alignTable, wrap } from './align-table.js';

/**
 * A case replay as text: what the record says happened, and what the sources report held against the bands. Empty for a
 * scenario that is no replay.
 */
export function replayReport(document: RunDocument, scenario: Scenario): string {
  return [eventLog(scenario), comparison(document, scenario)].filter((part) => part !== '').join('\n\n');
}

function eventLog({ events, firstMonth }: Scenario): string {
  if (events.length === 0) return '';
  const lines = events.map(({ month, what, kind }) =>
    wrap(`${monthInWords(firstMonth, month)}: ${what === '' ? kind : what}`),
  );
  return ['What the record says:', ...lines].join('\n');
}

function comparison(document: RunDocument, { reported, firstMonth }: Scenario): string {
  if (reported.length === 0) return '';
  const rows = reported.map(({ month, outcome, value, compare, where }) => {
    const bands = document.outcomes[outcome]!;
    const { unit } = outcomeOf(outcome);
    const low = bands.q05[month]!;
    const high = bands.q95[month]!;
    const inside =
      compare === 'at-least'
        ? high >= value
        : compare === 'at-most'
          ? low <= value
          : low <= value && value <= high;
    const bound = compare === 'at-least' ? 'at least ' : compare === 'at-most' ? 'at most ' : '';
    return [
      monthInWords(firstMonth, month),
      bands.label,
      `${bound}${formatValue(value, unit)}`,
      formatBand({ low, middle: bands.q50[month]!, high }, unit),
      (bands.mean[month] ?? NaN).toPrecision(2),
      inside ? 'inside' : 'outside',
      where,
    ];
  });
  const head = ['Month', 'Outcome', 'Reported', 'Model', 'Mean', '', 'Source'];
  return `What the sources report, held against the model:\n${alignTable([head, ...rows], [2, 3, 4])}`;
}
