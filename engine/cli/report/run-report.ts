import type { RunDocument } from '../../ensemble/index.js';
import { alignTable, wrap } from './align-table.js';
import { bandAtEnd, inReadingOrder, monthInWords } from './horizon.js';
import { readingNote, worldLine, type ReportContext } from './world-line.js';

/** A run as text: the outcomes at the horizon with their bands. */
export function runReport(document: RunDocument, context: ReportContext): string {
  const by = monthInWords(context.firstMonth, document.months.length - 1);
  const rows = inReadingOrder(document.outcomes).map(([id, outcome]) => [
    outcome.label,
    bandAtEnd(outcome, outcome.unit),
    outcome.unit,
    id,
  ]);
  return [
    document.scenario,
    worldLine(document, context),
    '',
    alignTable([['Outcome', `By ${by}`, 'Unit', 'Id'], ...rows], [1]),
    '',
    wrap(readingNote),
    `Digest ${document.digest}`,
  ].join('\n');
}
