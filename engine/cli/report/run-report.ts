import { readingNote } from '../../telling/caveats.js';
import { formatBand } from '../../telling/format-value.js';
import { atHorizon, inReadingOrder, monthInWords } from '../../telling/horizon.js';
import type { RunDocument } from '../../ensemble/index.js';
import { labelWithUnit } from '../../model/unit.js';
import type { Scenario } from '../../scenario/index.js';
import { alignTable, wrap } from './align-table.js';
import { replayReport } from './replay-report.js';
import { titleOf, worldLine } from './world-line.js';

/** A run as text: the outcomes at the horizon with their bands. */
export function runReport(document: RunDocument, scenarios: readonly Scenario[]): string {
  const firstMonth = scenarios[0]?.firstMonth ?? '';
  const by = monthInWords(firstMonth, document.months.length - 1);
  const rows = inReadingOrder(document.outcomes).map(([outcome, bands]) => [
    labelWithUnit(outcome),
    formatBand(atHorizon(bands), outcome.unit),
    outcome.id,
  ]);
  return [
    titleOf(document.scenario, scenarios),
    worldLine(document, firstMonth),
    '',
    alignTable([['Outcome', `By ${by}`, 'Id'], ...rows], [1]),
    ...replay(document, scenarios),
    '',
    wrap(readingNote),
    `Digest ${document.digest}`,
  ].join('\n');
}

function replay(document: RunDocument, scenarios: readonly Scenario[]): string[] {
  const text = scenarios[0] ? replayReport(document, scenarios[0]) : '';
  return text === '' ? [] : ['', text];
}
