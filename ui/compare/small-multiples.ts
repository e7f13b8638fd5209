import * as Plot from '@observablehq/plot';
import { formatBand, formatTick, formatValue } from '../../engine/telling/format-value.js';
import { monthInWords, shortMonth } from '../../engine/telling/horizon.js';
import { sortedQuantile } from '../../engine/ensemble/quantile.js';
import type { Outcome } from '../../engine/model/outcome.js';
import type { Unit } from '../../engine/model/unit.js';
import type { Figure } from '../charts/figure-panel.js';
import { plotSvg } from '../charts/plot-svg.js';
import { svgText } from '../charts/svg-text.js';
import { timeAxis } from '../charts/time-axis.js';
import type { ComparePlan } from './compare-plan.js';
import { palette } from './palette.js';
import type { WorldValues } from '../engine/world-values.js';

interface Line {
  readonly low: readonly number[];
  readonly middle: readonly number[];
  readonly high: readonly number[];
}

interface Panel {
  readonly title: string;
  readonly own: Line;
  readonly baseline: Line;
}

/** One outcome over time, a panel a scenario on one scale, the baseline in black in each. */
export function smallMultiples(
  values: WorldValues,
  { columns }: ComparePlan,
  { id, label, unit }: Outcome,
  firstMonth: string,
  months: number,
): Figure {
  const line = (world: number): Line => lineOf(values, world, id, months);
  const panels = columns.map(({ title, own, baseline }): Panel => ({
    title,
    own: line(own),
    baseline: line(baseline),
  }));
  const end = months - 1;
  const text = ({ low, middle, high }: Line, k: number): string =>
    formatBand({ low: low[k]!, middle: middle[k]!, high: high[k]! }, unit);
  return {
    id: `compare-${id}`,
    title: label,
    unit: `${unit.words}; the middle of all futures, and 90 of 100 futures`,
    summary: `${label} in ${monthInWords(firstMonth, end)}, in the model, in ${unit.words}. ${panels
      .map(({ title, own, baseline }) => `${title}: ${text(own, end)}; its baseline ${text(baseline, end)}`)
      .join('. ')}.`,
    table: {
      caption: `${label}, in ${unit.words}: the middle of ${values.futures} simulated futures, and 90 of 100 futures`,
      columns: ['Month', ...panels.flatMap(({ title }) => [title, `${title}: baseline`])],
      rows: Array.from({ length: Math.floor(end / 12) + 1 }, (_, year) => [
        shortMonth(firstMonth, 12 * year),
        ...panels.flatMap(({ own, baseline }) => [text(own, 12 * year), text(baseline, 12 * year)]),
      ]),
    },
    height: (width) => rowsFor(panels.length, width) * ROW,
    draw: ({ width }) => drawPanels(panels, { label, unit, firstMonth }, width),
  };
}

const ROW = 232;
const NARROWEST = 280;

function rowsFor(panels: number, width: number): number {
  return Math.ceil(panels / Math.max(1, Math.min(panels, Math.floor(width / NARROWEST))));
}

function lineOf(values: WorldValues, world: number, outcome: string, months: number): Line {
  const line = { low: [] as number[], middle: [] as number[], high: [] as number[] };
  for (let month = 0; month < months; month++) {
    const sorted = values.month(world, outcome, month).sort();
    line.low.push(sortedQuantile(sorted, 'q05'));
    line.middle.push(sortedQuantile(sorted, 'q50'));
    line.high.push(sortedQuantile(sorted, 'q95'));
  }
  return line;
}

function drawPanels(
  panels: readonly Panel[],
  { label, unit, firstMonth }: { label: string; unit: Unit; firstMonth: string },
  width: number,
): SVGSVGElement {
  const rows = rowsFor(panels.length, width);
  const across = Math.ceil(panels.length / rows);
  const own = Math.floor(width / across);
  const all = panels.flatMap((panel) => [panel.own, panel.baseline]);
  const lows = Math.min(...all.flatMap(({ low }) => low));
  const highs = Math.max(...all.flatMap(({ high }) => high));
  const domain = [Math.min(lows, unit.kind === 'scale' ? lows : 0), lows === highs ? lows + 1 : highs];
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('width', String(width));
  svg.setAttribute('height', String(rows * ROW));
  svg.setAttribute('viewBox', `0 0 ${width} ${rows * ROW}`);
  svg.setAttribute('role', 'img');
  svg.setAttribute('aria-label', `${label}, in ${unit.words}, a panel a scenario`);
  panels.forEach((panel, index) => {
    const drawn = drawPanel(panel, index, { unit, firstMonth, domain }, own);
    drawn.setAttribute('x', String((index % across) * own));
    drawn.setAttribute('y', String(Math.floor(index / across) * ROW));
    drawn.removeAttribute('role');
    drawn.removeAttribute('aria-label');
    svg.append(drawn);
  });
  return svg;
}

function drawPanel(
  { title, own, baseline }: Panel,
  index: number,
  { unit, firstMonth, domain }: { unit: Unit; firstMonth: string; domain: readonly number[] },
  width: number,
): SVGSVGElement {
  const horizon = own.middle.length - 1;
  const margins = { top: 26, right: 64, bottom: 26, left: 52 };
  const months = Array.from(own.middle.keys());
  const axis = timeAxis(firstMonth, horizon, width - margins.left - margins.right);
  const { colour, dash, fill, text } = palette[index]!;
  const drawing = plotSvg(
    {
      x: axis.scale,
      y: { domain: [...domain], axis: null, nice: 4 },
      marks: [
        Plot.gridY({ ticks: 4, stroke: 'var(--grid)', strokeOpacity: 1 }),
        Plot.axisY({
          ticks: 4,
          tickSize: 0,
          label: null,
          tickFormat: (value: number) => formatTick(formatValue(value, unit)),
          fill: 'var(--text-2)',
        }),
        ...axis.marks,
        ...(
          [
            [baseline, 'var(--baseline-90)'],
            [own, fill],
          ] as const
        ).map(([line, paint]) =>
          Plot.areaY(months, {
            x: (k: number) => k,
            y1: (k: number) => line.low[k],
            y2: (k: number) => line.high[k],
            fill: paint,
          }),
        ),
        Plot.lineY(months, {
          x: (k: number) => k,
          y: (k: number) => baseline.middle[k],
          stroke: 'var(--baseline)',
          strokeWidth: 1.5,
        }),
        Plot.lineY(months, {
          x: (k: number) => k,
          y: (k: number) => own.middle[k],
          stroke: colour,
          strokeWidth: 2.5,
          ...(dash === '' ? {} : { strokeDasharray: dash }),
        }),
      ],
    },
    { width, height: ROW - 8 },
    margins,
    title,
  );
  const y = (drawing.svg as unknown as Plot.Plot).scale('y')!;
  const end = y.apply(own.middle[horizon]!) as number;
  svgText(drawing.svg, drawing.frame.right + 6, Math.max(end, 34), text, [
    formatValue(own.middle[horizon]!, unit),
  ]);
  svgText(drawing.svg, margins.left, 14, 'var(--text)', [shorten(title, width - margins.left - 8)]);
  return drawing.svg;
}

/** A title cut to a width, at some seven pixels a letter. */
function shorten(title: string, width: number): string {
  const fits = Math.max(8, Math.floor(width / 7));
  return title.length <= fits ? title : `${title.slice(0, fits - 1).trimEnd()}…`;
}
