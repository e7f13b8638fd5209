import type { CompareDocument } from '../../ensemble/index.js';
import { labelWithUnit } from '../../model/unit.js';
import type { Scenario } from '../../scenario/index.js';
import { alignTable, wrap } from './align-table.js';
import { costPer } from './cost-per.js';
import { formatFigure } from './format-figure.js';
import { headline } from './headline.js';
import { atEnd, bandAtEnd, differenceAtEnd, inReadingOrder, monthInWords } from './horizon.js';
import { readingNote, titleOf, worldLine } from './world-line.js';

/** A comparison as text: for each scenario a headline, a table and what a gain costs. */
export function compareReport(document: CompareDocument, scenarios: readonly Scenario[]): string {
  const { baseline } = document;
  const firstMonth = scenarios[0]?.firstMonth ?? '';
  const by = monthInWords(firstMonth, document.months.length - 1);
  const sections = Object.keys(document.differences).flatMap((name) => [
    '',
    titleOf(name, scenarios),
    `against ${titleOf(baseline, scenarios)}`,
    '',
    wrap(headline(document, name, by)),
    '',
    alignTable(
      [['Outcome', baseline, name, 'Difference', 'Better', 'Same'], ...rowsOf(document, name)],
      [1, 2, 3, 4, 5],
    ),
    '',
    ...costPer(document, name).map((text) => wrap(text)),
    `Digest of ${name}: ${document.scenarios[name]?.digest ?? ''}`,
  ]);
  return [
    worldLine(document, firstMonth),
    ...sections,
    '',
    wrap(
      `All by ${by}. ${readingNote} Differences are paired, as both worlds have the same luck; better and same count ` +
        'the simulated futures out of 100; of the baseline only the middle value is shown.',
    ),
    `Digest of ${baseline}: ${document.scenarios[baseline]?.digest ?? ''}`,
  ].join('\n');
}

function rowsOf({ scenarios, baseline, differences }: CompareDocument, name: string): string[][] {
  const base = scenarios[baseline]?.outcomes ?? {};
  return inReadingOrder(scenarios[name]?.outcomes ?? {}).flatMap(([outcome, bands]) => {
    const { id, unit } = outcome;
    const [before, difference] = [base[id], differences[name]?.[id]];
    if (!before || !difference) return [];
    const { better, tied } = difference;
    return [
      [
        labelWithUnit(outcome),
        formatFigure(atEnd(before, 'q50'), unit),
        bandAtEnd(bands, unit),
        differenceAtEnd(difference, unit),
        better === null ? '' : shortShare(better),
        tied === 0 ? '' : shortShare(tied),
      ],
    ];
  });
}

/** Futures out of 100, for a column; the rounding must not claim certainty. */
function shortShare(share: number): string {
  const count = Math.round(100 * share);
  if (count === 100 && share < 1) return '>99';
  return count === 0 && share > 0 ? '<1' : String(count);
}
