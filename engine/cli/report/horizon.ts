import type { Bands, OutcomeBands } from '../../ensemble/index.js';
import type { Outcome } from '../../model/outcome.js';
import { outcomesInOrder } from '../../model/outcomes/index.js';
import type { Unit } from '../../model/unit.js';
import { addMonths } from '../../scenario/index.js';
import { formatDifference, formatFigure } from './format-figure.js';

const monthNames =
  'January February March April May June July August September October November December'.split(' ');

/** A calendar month in words: "July 2022" for ("2012-07", 120). */
export function monthInWords(firstMonth: string, months: number): string {
  const [year = '', month = '1'] = addMonths(firstMonth, months).split('-');
  return `${monthNames[Number(month) - 1] ?? ''} ${year}`;
}

/** The last value of a band. */
export function atEnd(bands: Bands, name: keyof Bands): number {
  return bands[name].at(-1) ?? NaN;
}

/** "41 [24 to 60]": the median at the horizon and what 90 of 100 futures lie between. */
export function bandAtEnd(bands: Bands, unit: Unit): string {
  const [low, middle, high] = [atEnd(bands, 'q05'), atEnd(bands, 'q50'), atEnd(bands, 'q95')];
  return `${formatFigure(middle, unit)} [${formatFigure(low, unit)} to ${formatFigure(high, unit)}]`;
}

/** The same for a difference, each with its sign. */
export function differenceAtEnd(bands: Bands, unit: Unit): string {
  const [low, middle, high] = [atEnd(bands, 'q05'), atEnd(bands, 'q50'), atEnd(bands, 'q95')].map((value) =>
    formatDifference(value, unit),
  );
  const points = unit.kind === 'share' ? ' points' : '';
  return `${middle ?? ''}${points} [${low ?? ''} to ${high ?? ''}]`;
}

/** All districts: each is in exactly one state. */
export function countDistricts(outcomes: Readonly<Record<string, OutcomeBands>>): number {
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
