import { addMonths } from '../../engine/scenario/calendar.js';
import type { LeverField } from '../../engine/model/lever.js';
import { restOfWords, wordsForOne, type Unit } from '../../engine/model/unit.js';

const MINUS = '−';
const months = [
  ['January', 'Jan'],
  ['February', 'Feb'],
  ['March', 'Mar'],
  ['April', 'Apr'],
  ['May', 'May'],
  ['June', 'Jun'],
  ['July', 'Jul'],
  ['August', 'Aug'],
  ['September', 'Sep'],
  ['October', 'Oct'],
  ['November', 'Nov'],
  ['December', 'Dec'],
] as const;

/** By digits after the point. Made once: making a format costs more than writing with it. */
const [upTo, exactly] = ([false, true] as const).map((padded) =>
  Array.from(
    { length: 5 },
    (_, digits) =>
      new Intl.NumberFormat('en-US', {
        minimumFractionDigits: padded ? digits : 0,
        maximumFractionDigits: digits,
      }),
  ),
) as [Intl.NumberFormat[], Intl.NumberFormat[]];

/**
 * A number as a reader wants it: whole from 100 up (thousands set apart), else two significant digits, with a
 * true minus sign.
 */
export function formatNumber(value: number): string {
  if (!Number.isFinite(value)) return 'unknown';
  const size = Math.abs(value);
  if (size < 0.000_05) return '0';
  const digits = size >= 10 ? 0 : size >= 1 ? 1 : Math.min(4, 1 - Math.floor(Math.log10(size)));
  const rounded = size >= 10_000 ? Number(size.toPrecision(size >= 100_000 ? 2 : 3)) : size;
  const text = (Number.isInteger(size) ? upTo : exactly)[digits]!.format(rounded);
  return value < 0 && Number(text.replaceAll(',', '')) !== 0 ? `${MINUS}${text}` : text;
}

/** Two significant digits: $930, $9,300, $93,000, $0.93 M, $9.3 M, $1.2 B. */
export function formatDollars(value: number): string {
  const size = Math.abs(value);
  const sign = value < 0 && size >= 0.5 ? MINUS : '';
  const short = (by: number, suffix: string): string =>
    `${sign}$${upTo[3]!.format(Number((size / by).toPrecision(2)))} ${suffix}`;
  if (size >= 1e9) return short(1e9, 'B');
  if (size >= 5e5) return short(1e6, 'M');
  const rounded = size >= 100 ? Number(size.toPrecision(2)) : Math.round(size);
  return `${sign}$${upTo[0]!.format(rounded)}`;
}

export function formatShare(share: number): string {
  const percent = 100 * share;
  const size = Math.abs(percent);
  return `${percent < 0 ? MINUS : ''}${size.toFixed(size < 9.95 && size !== Math.round(size) ? 1 : 0)}%`;
}

/** A value in the way of its kind of unit. */
export function formatValue(value: number, unit: Unit): string {
  switch (unit.kind) {
    case 'money':
      return formatDollars(value);
    case 'share':
      return formatShare(value);
    case 'count':
      return formatNumber(Math.round(value));
    case 'score':
      // A tenth of a score's point is all that anyone could mean.
      return formatNumber(Math.round(10 * value) / 10);
    case 'amount':
    case 'scale':
    case 'deviation':
      return formatNumber(value);
  }
}

/** A difference, with a plus sign where it is above zero; of shares in percentage points. */
export function formatSigned(value: number, unit: Unit): string {
  const text = unit.kind === 'share' ? formatNumber(100 * value) : formatValue(value, unit);
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

/** A lever's value with its unit: "3 conferences a year", "$25,000 a district a year", "need". */
export function formatLeverValue(value: number, { unit, choices }: LeverField): string {
  if (choices !== undefined) return choices[value] ?? `choice ${value}`;
  const number = upTo[4]!.format(value);
  if (unit.kind === 'money') return `$${number}${restOfWords(unit)}`;
  if (unit.kind === 'share') return `${upTo[1]!.format(100 * value)}%${restOfWords(unit)}`;
  return `${number} ${value === 1 ? wordsForOne(unit) : unit.words}`;
}

/** Month and year of month k of a run: "July 2016". */
export function formatMonth(firstMonth: string, k: number, short = false): string {
  const { year, month } = dateOf(firstMonth, k);
  return `${months[month]![short ? 1 : 0]} ${year}`;
}

export function yearOf(firstMonth: string, k: number): number {
  return dateOf(firstMonth, k).year;
}

function dateOf(firstMonth: string, k: number): { year: number; month: number } {
  const [year = 0, month = 1] = addMonths(firstMonth, k).split('-').map(Number);
  return { year, month: month - 1 };
}

export function formatCount(count: number, one: string, many = `${one}s`): string {
  return `${upTo[0]!.format(count)} ${count === 1 ? one : many}`;
}
