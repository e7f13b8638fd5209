import { readingNote } from '../../telling/caveats.js';
import type { CompareDocument } from '../../ensemble/index.js';
import { formatBand, formatDifferenceBand, formatValue } from '../../telling/format-value.js';
import { headlineOf } from '../../telling/headline.js';
import { atHorizon, inReadingOrder, monthInWords } from '../../telling/horizon.js';
import { priceNote, pricesOf } from '../../telling/prices.js';
import { labelWithUnit } from '../../model/unit.js';
import type { Scenario } from '../../scenario/index.js';
import { alignTable, wrap } from './align-table.js';
import { titleOf, worldLine } from './world-line.js';

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
    wrap(headlineInWords(document, name, scenarios)),
    '',
    alignTable(
      [['Outcome', baseline, name, 'Difference', 'Better', 'Same'], ...rowsOf(document, name)],
      [1, 2, 3, 4, 5],
    ),
    '',
    ...priceLines(document, name),
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

/** The answer in sentences, as the page gives it. */
export function headlineInWords(
  { scenarios: worlds, baseline, differences }: CompareDocument,
  name: string,
  scenarios: readonly Scenario[],
): string {
  const title = scenarios.find((scenario) => scenario.name === baseline)?.title ?? baseline;
  const compared = { scenario: worlds[name]!, differences: differences[name]! };
  const { finding, detail, scores } = headlineOf(compared, scenarios[0]?.firstMonth ?? '', {
    name: baseline,
    title,
  });
  return [finding, detail, scores].filter((part) => part !== '').join(' ');
}

/** What a gain costs, a line each; nothing where nothing is spent. */
function priceLines({ differences }: CompareDocument, name: string): string[] {
  const own = differences[name]!;
  if (!((own['cost']?.mean.at(-1) ?? 0) > 0)) return [];
  return [
    wrap(`What a gain costs: ${priceNote}.`),
    ...pricesOf(own).map(([gain, price]) => wrap(`Dollars for ${gain}: ${price}`)),
    '',
  ];
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
        formatValue(atHorizon(before).middle, unit),
        formatBand(atHorizon(bands), unit),
        formatDifferenceBand(atHorizon(difference), unit),
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
