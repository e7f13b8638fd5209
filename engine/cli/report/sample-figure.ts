import type { Spread } from '../../validation/index.js';

/** A simulated or reported number to three digits; shares stay shares, as the sources print them. */
export function sampleFigure(value: number): string {
  if (Number.isNaN(value)) return '-';
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size >= 10_000) return Number(value.toPrecision(3)).toLocaleString('en-US');
  if (size >= 100) return value.toFixed(size < 1000 && !Number.isInteger(value) ? 1 : 0);
  return String(Number(value.toPrecision(3)));
}

/** "0.73 [0.68 to 0.78]": the median, and what 90 of 100 samples lie between. */
export function sampleSpread({ median, q05, q95 }: Spread): string {
  return `${sampleFigure(median)} [${sampleFigure(q05)} to ${sampleFigure(q95)}]`;
}

/** A share as a whole percentage with its range: "73 [68 to 78]". */
export function percentSpread({ median, q05, q95 }: Spread): string {
  if (Number.isNaN(median)) return '-';
  // Minus zero is no number that a reader expects.
  const percent = (share: number): string => String(Math.round(100 * share) + 0);
  return `${percent(median)} [${percent(q05)} to ${percent(q95)}]`;
}
