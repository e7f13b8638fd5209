import { digitsOf, type Unit } from '../../model/unit.js';

/**
 * A figure as a reader wants it, by the kind of its unit: dollars and gains with two significant digits, counts whole and
 * without false precision, shares in percent, scores and scales with three digits.
 */
export function formatFigure(value: number, unit: Unit): string {
  switch (unit.kind) {
    case 'money':
      return formatDollars(value);
    case 'share':
      return formatPercent(value);
    case 'count':
      return formatCount(value);
    case 'amount':
    case 'score':
    case 'scale':
    case 'deviation':
      return significant(value, digitsOf(unit));
  }
}

/** The same for a difference, with its sign; that of a share is in percentage points. */
export function formatDifference(value: number, unit: Unit): string {
  const text = differenceText(value, unit);
  if (!/[1-9]/.test(text)) return text.replace('-', '');
  return value > 0 ? `+${text}` : text;
}

function differenceText(value: number, unit: Unit): string {
  switch (unit.kind) {
    case 'money':
    case 'count':
      return formatFigure(value, unit);
    case 'share':
      return significant(100 * value, 2);
    case 'amount':
    case 'score':
    case 'scale':
    case 'deviation':
      return significant(value, 2);
  }
}

/** A whole number, with three significant digits from 10,000 up. */
export function formatCount(value: number): string {
  const whole = Math.round(value);
  return (Math.abs(whole) < 10_000 ? whole : Number(whole.toPrecision(3))).toLocaleString('en-US');
}

/** Two significant digits: $930, $9,300, $93,000, $0.93 M, $9.3 M, $1.2 bn. */
export function formatDollars(value: number): string {
  const size = Math.abs(value);
  const sign = value < 0 && size >= 0.5 ? '-' : '';
  if (size >= 9.95e8) return `${sign}$${significant(size / 1e9, 2)} bn`;
  if (size >= 99_500) return `${sign}$${significant(size / 1e6, 2)} M`;
  return `${sign}$${significant(size < 100 ? Math.round(size) : size, 2)}`;
}

function formatPercent(share: number): string {
  const percent = 100 * share;
  return `${Math.abs(percent) >= 10 ? percent.toFixed(1) : significant(percent, 2)}%`;
}

/** Rounded to some significant digits, thousands set apart, never in exponents; what is next to nothing is 0. */
function significant(value: number, digits: number): string {
  if (Math.abs(value) < 1e-6) return '0';
  const rounded = Number(value.toPrecision(digits));
  const places = Math.max(0, digits - 1 - Math.floor(Math.log10(Math.abs(rounded))));
  return rounded.toLocaleString('en-US', { minimumFractionDigits: places, maximumFractionDigits: places });
}
