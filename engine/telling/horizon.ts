import type { Bands, OutcomeBands } from '../ensemble/index.js';
import { meanOf, sortedQuantile } from '../ensemble/quantile.js';
import type { Outcome } from '../model/outcome.js';
import { outcomesInOrder } from '../model/outcomes/index.js';
import { addMonths } from '../scenario/calendar.js';
import type { Range } from './format-value.js';

/** What all futures came to at the horizon. */
export interface HorizonBand extends Range {
  readonly mean: number;
}

const monthNames =
  'January February March April May June July August September October November December'.split(' ');

/** Month k of a run in words: "July 2022" for ("2012-07", 120). */
export function monthInWords(firstMonth: string, k: number): string {
  const [year = '', month = '1'] = addMonths(firstMonth, k).split('-');
  return `${monthNames[Number(month) - 1] ?? ''} ${year}`;
}

/** The same, where there is little room: "Jul 2022". */
export function shortMonth(firstMonth: string, k: number): string {
  return monthInWords(firstMonth, k).replace(/^(\w{3})\w*/, '$1');
}

export function yearOf(firstMonth: string, k: number): number {
  return Number(addMonths(firstMonth, k).split('-')[0]);
}

/** The last month of bands over time. */
export function atHorizon({ mean, q05, q50, q95 }: Bands): HorizonBand {
  const [average = NaN, low = NaN, middle = NaN, high = NaN] = [mean, q05, q50, q95].map((band) =>
    band.at(-1),
  );
  return { mean: average, low, middle, high };
}

/** The same of values, one a future. */
export function bandOf(values: Float64Array): HorizonBand {
  const sorted = values.slice().sort();
  return {
    mean: meanOf(values),
    low: sortedQuantile(sorted, 'q05'),
    middle: sortedQuantile(sorted, 'q50'),
    high: sortedQuantile(sorted, 'q95'),
  };
}

/** All districts: each is in exactly one relationship state. */
export function countDistricts(outcomes: Readonly<Record<string, Bands>>): number {
  const states = ['adversarial', 'ibbTrained', 'collaborative'];
  return Math.round(states.reduce((sum, id) => sum + (outcomes[id]?.mean[0] ?? 0), 0));
}

/** Outcomes in reading order. */
export function inReadingOrder(
  outcomes: Readonly<Record<string, OutcomeBands>>,
): (readonly [Outcome, OutcomeBands])[] {
  return outcomesInOrder.flatMap((outcome) => {
    const bands = outcomes[outcome.id];
    return bands ? [[outcome, bands] as const] : [];
  });
}
