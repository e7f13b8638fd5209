import { shortMonth, yearOf } from '../../engine/telling/horizon.js';
import * as Plot from '@observablehq/plot';

/** The x scale and axis that all charts over time share: months from the first, named by year. */
export function timeAxis(
  firstMonth: string,
  horizon: number,
  width: number,
): { readonly scale: Plot.ScaleOptions; readonly marks: Plot.Markish[] } {
  const ticks = yearTicks(horizon, width);
  const name = (k: number): string => (k === 0 ? shortMonth(firstMonth, 0) : String(yearOf(firstMonth, k)));
  return {
    scale: { domain: [0, horizon], axis: null },
    marks: [
      Plot.ruleY([0], { stroke: 'none' }),
      Plot.axisX(ticks, {
        tickFormat: (k: number) => name(k),
        tickSize: 4,
        label: null,
        color: 'var(--text-3)',
        stroke: 'var(--line-strong)',
        fill: 'var(--text-2)',
      }),
    ],
  };
}

/** Whole years, as many as the width holds without crowding. */
export function yearTicks(horizon: number, width: number): readonly number[] {
  const fits = Math.max(2, Math.floor(width / 72));
  const years = horizon / 12;
  const every = [1, 2, 5, 10, 20].find((step) => years / step < fits) ?? 20;
  return Array.from({ length: Math.floor(years / every) + 1 }, (_, i) => 12 * every * i);
}
