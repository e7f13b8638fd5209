/** Units of which there are only whole ones. */
const wholeUnits = /^(district|student|contract|month)/;

/**
 * A figure as a reader wants it, by the unit of its outcome: dollars and gains with two significant digits, counts
 * whole and without false precision, shares in percent, scores and scales with three digits.
 */
export function formatFigure(value: number, unit: string): string {
  if (unit === 'dollars') return formatDollars(value);
  if (unit.startsWith('share')) return formatPercent(value);
  if (wholeUnits.test(unit)) return formatCount(value);
  return significant(value, /\(|scale/.test(unit) ? 3 : 2);
}

/** The same for a difference, with its sign; that of a share is in percentage points. */
export function formatDifference(value: number, unit: string): string {
  const own = unit === 'dollars' || wholeUnits.test(unit);
  const text = own
    ? formatFigure(value, unit)
    : significant(unit.startsWith('share') ? 100 * value : value, 2);
  if (!/[1-9]/.test(text)) return text.replace('-', '');
  return value > 0 ? `+${text}` : text;
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
