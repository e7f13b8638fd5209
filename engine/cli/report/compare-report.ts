import type { CompareDocument } from '../../ensemble/index.js';
import { alignTable, wrap } from './align-table.js';
import { costPer } from './cost-per.js';
import { headline, outOf100 } from './headline.js';
import { bandAtEnd, differenceAtEnd, inReadingOrder, monthInWords } from './horizon.js';
import { readingNote, worldLine, type ReportContext } from './world-line.js';

/** A comparison as text: for each scenario a headline, a table and what a gain costs. */
export function compareReport(document: CompareDocument, context: ReportContext): string {
  const by = monthInWords(context.firstMonth, document.months.length - 1);
  const sections = Object.keys(document.differences).flatMap((name) => [
    '',
    `${name} against ${document.baseline}`,
    '',
    wrap(headline(document, name, by)),
    '',
    alignTable(
      [['Outcome', document.baseline, name, 'Difference', 'Better in'], ...rowsOf(document, name)],
      [1, 2, 3],
    ),
    ...costPer(document, name),
    `Digest of ${name}: ${document.scenarios[name]?.digest ?? ''}`,
  ]);
  return [
    worldLine(document, context),
    ...sections,
    '',
    wrap(`By ${by}. ${readingNote} Differences are paired: both worlds have the same luck.`),
    `Digest of ${document.baseline}: ${document.scenarios[document.baseline]?.digest ?? ''}`,
  ].join('\n');
}

function rowsOf({ scenarios, baseline, differences }: CompareDocument, name: string): string[][] {
  const base = scenarios[baseline]?.outcomes ?? {};
  return inReadingOrder(scenarios[name]?.outcomes ?? {}).flatMap(([id, outcome]) => {
    const [before, difference] = [base[id], differences[name]?.[id]];
    if (!before || !difference) return [];
    const { unit, label } = outcome;
    const tied =
      difference.tied > 0 && difference.better !== null ? ` (same in ${outOf100(difference.tied)})` : '';
    return [
      [
        label,
        bandAtEnd(before, unit),
        bandAtEnd(outcome, unit),
        differenceAtEnd(difference, unit),
        difference.better === null ? '' : `${outOf100(difference.better)}${tied}`,
      ],
    ];
  });
}
