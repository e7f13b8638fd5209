import type { CompareDocument } from '../../ensemble/index.js';
import { districts as inDistricts, points } from '../../model/unit.js';
import { formatDifference, formatDollars, formatFigure } from './format-figure.js';
import { atEnd, countDistricts } from './horizon.js';

/** Months after which collaboration counts as lasting. */
const lastingMonths = 36;

/**
 * A comparison in sentences for a reader without statistics.
 *
 * @param name of the scenario that is compared with the baseline
 * @param by the end of the run in words
 */
export function headline(document: CompareDocument, name: string, by: string): string {
  const differences = document.differences[name];
  const id = document.months.length - 1 >= lastingMonths ? 'lasting' : 'collaborative';
  const [gained, spent, scores] = [differences?.[id], differences?.['cost'], differences?.['apiGain']];
  const districts = countDistricts(document.scenarios[name]?.outcomes ?? {});
  if (!gained || !spent || !scores) return '';
  const what = id === 'lasting' ? 'reach lasting collaboration' : 'are collaborative';
  if (gained.tied === 1 && atEnd(scores, 'q05') === 0 && atEnd(scores, 'q95') === 0) {
    return `In the model, ${name} and ${document.baseline} do not differ in how many districts ${what} by ${by}.`;
  }
  const middle = atEnd(gained, 'q50');
  const [low, high] = [atEnd(gained, 'q05'), atEnd(gained, 'q95')];
  const range = `${formatDifference(low, inDistricts)} to ${formatDifference(high, inDistricts)}`;
  const count = `${formatFigure(Math.abs(middle), inDistricts)} ${middle < 0 ? 'fewer' : 'more'}`;
  const cost = costEach(atEnd(gained, 'mean'), atEnd(spent, 'mean'));
  const [worst, score, best] = [atEnd(scores, 'q05'), atEnd(scores, 'q50'), atEnd(scores, 'q95')];
  return (
    `In ${outOf100(gained.better ?? 0)} simulated futures more districts ${what} by ${by} with ${name} than with ` +
    `${document.baseline}: ${count} of ${districts.toLocaleString('en-US')} (${range} in 90 of 100)${cost}. ` +
    `If the study's association is causal (26 schools, one district), API-equivalent scores are ` +
    `${formatFigure(Math.abs(score), points)} points ${score < 0 ? 'lower' : 'higher'} on average, between ` +
    `${formatDifference(worst, points)} and ${formatDifference(best, points)} in 90 of 100.`
  );
}

/** "83 of 100"; the rounding must not claim certainty. */
export function outOf100(share: number): string {
  const count = Math.round(100 * share);
  if (count === 100 && share < 1) return 'more than 99 of 100';
  if (count === 0 && share > 0) return 'fewer than 1 of 100';
  return `${count} of 100`;
}

function costEach(gained: number, spent: number): string {
  if (spent <= 0) return '';
  return gained > 0 ? `, at ${formatDollars(spent / gained)} each` : `, at ${formatDollars(spent)} in all`;
}
