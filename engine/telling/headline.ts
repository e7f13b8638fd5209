import type { Bands, DifferenceBands } from '../ensemble/index.js';
import { districts, dollars, points } from '../model/unit.js';
import { formatEnds, formatDifferenceEnds, formatDollars, formatValue, outOf100 } from './format-value.js';
import { ifCausal } from './caveats.js';
import { atHorizon, countDistricts, monthInWords, type HorizonBand } from './horizon.js';
import { priceOf } from './prices.js';

/** A comparison as every surface has it. */
export interface Compared {
  readonly scenario: { readonly outcomes: Readonly<Record<string, Bands>> };
  /** Scenario minus baseline, by outcome id. */
  readonly differences: Readonly<Record<string, DifferenceBands>>;
}

/** An answer in words. */
export interface Headline {
  readonly finding: string;
  /** How far the futures lie apart; empty where they do not differ. */
  readonly detail: string;
  /** What it may mean for scores; empty where nothing differs. */
  readonly scores: string;
}

/** Months after which collaboration counts as lasting. */
const lastingMonths = 36;

/** From this share of futures that end alike, the finding is that they do. */
const mostlyTied = 0.5;

/**
 * States a comparison at the horizon for a reader without statistics. Before collaboration can last, it counts the
 * districts that are collaborative.
 *
 * @param firstMonth of the run, "YYYY-MM"
 * @param baseline what the scenario is held against
 */
export function headlineOf(
  { scenario, differences }: Compared,
  firstMonth: string,
  baseline: { readonly name: string; readonly title: string },
): Headline {
  const months = (differences['lasting']?.mean.length ?? 1) - 1;
  const lasts = months >= lastingMonths;
  const gained = differences[lasts ? 'lasting' : 'collaborative'];
  const [spent, score] = [differences['cost'], differences['apiGain']];
  if (!gained || !spent || !score) return { finding: '', detail: '', scores: '' };
  const what = `${lasts ? 'reach lasting collaboration' : 'are collaborative'} by ${monthInWords(firstMonth, months)}`;
  const against = againstWords(baseline);
  const [gain, cost, gap] = [atHorizon(gained), atHorizon(spent), atHorizon(score)];
  const scores = gap.low === 0 && gap.high === 0 ? '' : scoresOf(gap);
  const meaning = lasts ? ' Lasting: collaborative for three years or more.' : '';
  const detail = `${middleNote(gain)}${eachNote(cost, gain)}.${meaning}`;
  if (gained.tied > mostlyTied) {
    return {
      finding: `In ${outOf100(gained.tied)} simulated futures as many districts ${what} as ${against}.`,
      detail: gained.tied === 1 ? '' : detail,
      scores,
    };
  }
  const total = countDistricts(scenario.outcomes);
  return {
    finding:
      `In ${outOf100(gained.better ?? 0)} simulated futures more districts ${what} than ${against}: ` +
      `${countOf(gain.middle)} of ${formatValue(total, districts)}${costOf(cost, gain)}.`,
    detail,
    scores,
  };
}

/** How a sentence calls the world that a scenario is held against. */
function againstWords({ name, title }: { readonly name: string; readonly title: string }): string {
  return name === 'no-partnership' ? 'without a partnership' : `with “${title}”`;
}

function countOf(middle: number): string {
  return `${formatValue(Math.abs(middle), districts)} ${middle < 0 ? 'fewer' : 'more'}`;
}

function costOf(cost: HorizonBand, gain: HorizonBand): string {
  if (!(cost.mean > 0)) return '';
  const price = priceOf(cost, gain);
  return price ? `, at ${formatDollars(price.middle)} each` : `, at ${formatDollars(cost.mean)} in all`;
}

function middleNote(gain: HorizonBand): string {
  return `The middle of the futures; 90 of 100 lie ${formatDifferenceEnds(gain, districts)} districts`;
}

function eachNote(cost: HorizonBand, gain: HorizonBand): string {
  const price = priceOf(cost, gain);
  return price ? `, at ${formatEnds(price, dollars)} each` : '';
}

function scoresOf(score: HorizonBand): string {
  const size = formatValue(Math.abs(score.middle), points);
  const direction = /[1-9]/.test(size)
    ? `${size} points ${score.middle < 0 ? 'lower' : 'higher'}`
    : 'the same';
  return (
    `I${ifCausal.slice(1)}, API-equivalent scores are ${direction} in the ` +
    `middle; 90 of 100 lie ${formatDifferenceEnds(score, points)}. API: California’s Academic ` +
    'Performance Index, 200 to 1,000.'
  );
}
