import { digitsOf, dollars, type Unit } from '../model/unit.js';

/** The middle of all futures, and what 90 of 100 lie between. */
export interface Range {
  readonly low: number;
  readonly middle: number;
  readonly high: number;
}

/** How the figures of one cell are written: they are divided, rounded and signed alike. */
interface Grain {
  readonly by: number;
  /** Digits after the point; below zero, whole tens, hundreds and so on. */
  readonly places: number;
  readonly before: string;
  readonly after: string;
}

const minus = '−';
const mostPlaces = 4;
const nextToNothing = 0.5 * 10 ** -mostPlaces;

/**
 * A value as a reader wants it, with a true minus sign: two significant digits, three on a range that is known; counts
 * whole; points of a test to a tenth at most; three digits from 10,000 up. Dollars are $930, $930,000, $9.3 M, $1.2 bn;
 * shares are percentages.
 */
export function formatValue(value: number, unit: Unit): string {
  return write(value, grainOf(Math.abs(value), unit));
}

/** The same for a difference, with its sign; that of shares is in percentage points, without the word. */
export function formatDifference(value: number, unit: Unit): string {
  return signed(value, differenceGrain(Math.abs(value), unit));
}

/**
 * "$1.2 M [$0.5 M to $2.3 M]", "41 [24 to 60]": the middle decides unit and decimals of all three, or where it is next
 * to nothing the farther end. Where all three read the same, they are one figure.
 */
export function formatBand(range: Range, unit: Unit): string {
  const grain = guided(range, (size) => grainOf(size, unit));
  return inBrackets(range, (value) => write(value, grain));
}

/** The same for differences, each with its sign; those of shares are said to be points. */
export function formatDifferenceBand(range: Range, unit: Unit): string {
  const grain = guided(range, (size) => differenceGrain(size, unit));
  return inBrackets(range, (value) => signed(value, grain), unit.kind === 'share' ? ' points' : '');
}

/** "$0.5 M to $2.3 M": the ends of a band, written as the band writes them; one figure where they read the same. */
export function formatEnds(range: Range, unit: Unit): string {
  const grain = guided(range, (size) => grainOf(size, unit));
  const [low, high] = [write(range.low, grain), write(range.high, grain)];
  return low === high ? low : `${low} to ${high}`;
}

/** "between +24 and +60": the same for differences. */
export function formatDifferenceEnds(range: Range, unit: Unit): string {
  const grain = guided(range, (size) => differenceGrain(size, unit));
  return `between ${signed(range.low, grain)} and ${signed(range.high, grain)}`;
}

export function formatDollars(value: number): string {
  return formatValue(value, dollars);
}

export function formatShare(share: number): string {
  return formatValue(share, { kind: 'share', words: 'share' });
}

/** A number without a unit. */
export function formatNumber(value: number): string {
  return formatValue(value, { kind: 'amount', words: '' });
}

/** Figures along an axis, without zeros that end a fraction: they are round. */
export function formatTick(text: string): string {
  return text.replace(/(\.\d*[1-9])0+(?!\d)|\.0+(?!\d)/, '$1');
}

/** "83 of 100"; the rounding must not claim certainty. */
export function outOf100(share: number): string {
  const count = Math.round(100 * share);
  if (count === 100 && share < 1) return 'more than 99 of 100';
  if (count === 0 && share > 0) return 'fewer than 1 of 100';
  return `${count} of 100`;
}

function inBrackets({ low, middle, high }: Range, text: (value: number) => string, after = ''): string {
  const [a, b, c] = [text(low), text(middle), text(high)];
  return a === b && b === c ? `${b}${after}` : `${b}${after} [${a} to ${c}]`;
}

function guided({ low, middle, high }: Range, grain: (size: number) => Grain): Grain {
  const size = Math.abs(middle);
  return grain(size >= nextToNothing ? size : Math.max(Math.abs(low), Math.abs(high)));
}

function differenceGrain(size: number, unit: Unit): Grain {
  if (unit.kind === 'share') return { ...grainOf(size, unit), after: '' };
  if (unit.kind === 'score') return grainOf(size, { kind: 'score', words: unit.words });
  return unit.kind === 'scale' ? plain(places(size, 2)) : grainOf(size, unit);
}

function grainOf(size: number, unit: Unit): Grain {
  switch (unit.kind) {
    case 'money':
      return dollarGrain(size);
    case 'share':
      return { by: 0.01, places: Math.max(0, places(100 * size, 2)), before: '', after: '%' };
    case 'count':
      return plain(Math.min(0, places(size, 2)));
    case 'score':
      return plain(Math.min(1, places(size, digitsOf(unit))));
    case 'amount':
    case 'scale':
    case 'deviation':
      return plain(places(size, digitsOf(unit)));
  }
}

function plain(digits: number): Grain {
  return { by: 1, places: digits, before: '', after: '' };
}

function dollarGrain(size: number): Grain {
  const short = (by: number, after: string): Grain => ({
    by,
    places: significantPlaces(size / by, 2),
    before: '$',
    after,
  });
  if (size >= 9.95e8) return short(1e9, ' bn');
  if (size >= 9.95e5) return short(1e6, ' M');
  return { by: 1, places: Math.min(0, significantPlaces(size, 2)), before: '$', after: '' };
}

/** Whole below 10,000 whatever the digits, as nothing is gained by a rounder number. */
function places(size: number, digits: number): number {
  return size < 9_999.5 ? Math.max(0, significantPlaces(size, digits)) : significantPlaces(size, 3);
}

/** Digits after the point that leave so many significant ones. */
function significantPlaces(size: number, digits: number): number {
  if (!(size >= nextToNothing)) return 0;
  const exponent = Math.floor(Math.log10(Number(size.toPrecision(digits))));
  return Math.min(mostPlaces, digits - 1 - exponent);
}

function signed(value: number, grain: Grain): string {
  const text = write(value, grain);
  return value > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}

function write(value: number, { by, places: digits, before, after }: Grain): string {
  if (!Number.isFinite(value)) return 'unknown';
  const size = Math.abs(value) / by;
  const step = 10 ** -digits;
  const rounded = digits < 0 ? Math.round(size / step) * step : size;
  const text = `${before}${formats[Math.max(0, digits)]!.format(rounded)}${after}`;
  return value < 0 && /[1-9]/.test(text) ? `${minus}${text}` : text;
}

/** By digits after the point. Made once: making a format costs more than writing with it. */
const formats = Array.from(
  { length: mostPlaces + 1 },
  (_, digits) =>
    new Intl.NumberFormat('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits }),
);
