import * as Plot from '@observablehq/plot';
import {
  formatBand,
  formatDifference,
  formatDifferenceBand,
  formatTick,
  formatValue,
} from '../../engine/telling/format-value.js';
import { monthInWords, shortMonth } from '../../engine/telling/horizon.js';
import type { Bands } from '../state/comparison.js';
import { differenceWords, type Unit } from '../../engine/model/unit.js';
import { horizonOf, type Chart, type ChartInput, type Drawing, type Size, type Table } from './chart.js';
import { placeLabels } from './place-labels.js';
import { plotSvg } from './plot-svg.js';
import { svgText } from './svg-text.js';
import { timeAxis } from './time-axis.js';

export interface LinesChartOptions {
  readonly id: string;
  readonly title: string;
  readonly unit: Unit;
  readonly lines: readonly LineOptions[];
}

interface LineOptions {
  /** Outcome it shows. */
  readonly outcome: string;
  readonly label: string;
  /** Told apart by dashes, as all are of the scenario's colour; empty for a whole line. */
  readonly dash: string;
}

interface Line extends LineOptions {
  readonly bands: Bands;
  /** Thin and black; absent where the lines are differences to it. */
  readonly baseline: Bands | undefined;
}

/** A chart over time of related outcomes, each a line with the band of 90 of 100 futures, the baseline in black. */
export function linesChart(options: LinesChartOptions): Chart {
  const { id, title, unit } = options;
  return {
    id,
    title,
    unit: unit.words,
    differenceUnit: differenceWords(unit),
    overTime: true,
    modes: ['values', 'difference'],
    draw: (input, size) => draw(options, input, size),
    readout: (input) => {
      const parts = linesOf(options, input).map((line) => lineText(line, input, unit, input.month));
      return `${monthInWords(input.firstMonth, input.month)}: ${parts.join('; ')}`;
    },
    summary: (input) => {
      const end = horizonOf(input);
      const what = input.mode === 'difference' ? 'difference to the baseline within a future' : 'scenario';
      return (
        `${title} in ${monthInWords(input.firstMonth, end)}, in the model, in ${unit.words}: the middle of ` +
        `${input.comparison.replicates} simulated futures of the ${what}, and in brackets 90 of 100. ` +
        `${linesOf(options, input)
          .map((line) => lineText(line, input, unit, end))
          .join('; ')}.`
      );
    },
    table: (input) => tabulate(options, input),
  };
}

function linesOf({ lines }: LinesChartOptions, { comparison, mode }: ChartInput): readonly Line[] {
  const { baseline, scenario, differences } = comparison;
  return lines.map((line) =>
    mode === 'difference'
      ? { ...line, bands: differences[line.outcome]!, baseline: undefined }
      : { ...line, bands: scenario.outcomes[line.outcome]!, baseline: baseline.outcomes[line.outcome]! },
  );
}

function write(value: number, { mode }: ChartInput, unit: Unit): string {
  return mode === 'difference' ? formatDifference(value, unit) : formatValue(value, unit);
}

function bandText({ q05, q50, q95 }: Bands, input: ChartInput, unit: Unit, month: number): string {
  const range = { low: q05[month]!, middle: q50[month]!, high: q95[month]! };
  return input.mode === 'difference' ? formatDifferenceBand(range, unit) : formatBand(range, unit);
}

function lineText({ label, bands, baseline }: Line, input: ChartInput, unit: Unit, month: number): string {
  const before = baseline && `, baseline ${write(baseline.q50[month]!, input, unit)}`;
  return `${label.toLowerCase()} ${bandText(bands, input, unit, month)}${before ?? ''}`;
}

function tabulate(options: LinesChartOptions, input: ChartInput): Table {
  const { title, unit } = options;
  const lines = linesOf(options, input);
  const years = Math.floor(horizonOf(input) / 12);
  const what = input.mode === 'difference' ? 'scenario minus baseline, ' : '';
  return {
    caption: `${title}: ${what}${unit.words}; the middle of ${input.comparison.replicates} simulated futures, and 90 of 100`,
    columns: [
      'Month',
      ...lines.flatMap(({ label, baseline }) => [label, ...(baseline ? [`${label}, baseline`] : [])]),
    ],
    rows: Array.from({ length: years + 1 }, (_, year) => {
      const text = (bands: Bands): string => bandText(bands, input, unit, 12 * year);
      return [
        shortMonth(input.firstMonth, 12 * year),
        ...lines.flatMap(({ bands, baseline }) => [text(bands), ...(baseline ? [text(baseline)] : [])]),
      ];
    }),
  };
}

function draw(options: LinesChartOptions, input: ChartInput, size: Size): Drawing {
  const { title, unit } = options;
  const lines = linesOf(options, input);
  const horizon = horizonOf(input);
  const all = lines.flatMap(({ bands, baseline }) => [bands, ...(baseline ? [baseline] : [])]);
  const low = Math.min(0, ...all.flatMap(({ q05 }) => q05));
  const high = Math.max(low + 1, ...all.flatMap(({ q95 }) => q95));
  const margins = { top: 12, right: 124, bottom: 26, left: size.width < 480 ? 48 : 56 };
  const axis = timeAxis(input.firstMonth, horizon, size.width - margins.left - margins.right);
  const months = Array.from({ length: horizon + 1 }, (_, k) => k);
  const path = (values: readonly number[], stroke: string, strokeWidth: number, dash: string) =>
    Plot.lineY(months, {
      x: (k: number) => k,
      y: (k: number) => values[k],
      stroke,
      strokeWidth,
      ...(dash === '' ? {} : { strokeDasharray: dash }),
    });
  const drawing = plotSvg(
    {
      x: axis.scale,
      y: { domain: [low, high], axis: null, nice: 4 },
      marks: [
        Plot.gridY({ ticks: 4, stroke: 'var(--grid)', strokeOpacity: 1 }),
        Plot.axisY({
          ticks: 4,
          tickSize: 0,
          label: null,
          tickFormat: (value: number) => formatTick(write(value, input, unit)),
          fill: 'var(--text-2)',
        }),
        ...axis.marks,
        Plot.ruleY([0], { stroke: 'var(--baseline)' }),
        ...lines.map(({ bands }) =>
          Plot.areaY(months, {
            x: (k: number) => k,
            y1: (k: number) => bands.q05[k],
            y2: (k: number) => bands.q95[k],
            fill: 'var(--scenario-90)',
          }),
        ),
        ...lines.flatMap(({ baseline, dash }) =>
          baseline ? [path(baseline.q50, 'var(--baseline)', 1, dash)] : [],
        ),
        ...lines.map(({ bands, dash }) => path(bands.q50, 'var(--scenario)', 2, dash)),
      ],
    },
    size,
    margins,
    `${title}, in ${unit.words}`,
  );
  const scale = (drawing.svg as unknown as Plot.Plot).scale('y')!;
  const y = (value: number): number => scale.apply(value) as number;
  const { left, right, top, bottom } = drawing.frame;
  const ends = lines.map(({ bands }) => y(bands.q50[horizon]!));
  const places = placeLabels(ends, 34, [top + 10, bottom - 22]);
  lines.forEach(({ label, bands }, index) => {
    svgText(drawing.svg, right + 8, places[index]!, 'var(--scenario-text)', [
      label,
      write(bands.q50[horizon]!, input, unit),
    ]);
  });
  return {
    ...drawing,
    dots: (month) =>
      lines.map(({ bands }) => ({
        x: left + ((right - left) * month) / Math.max(1, horizon),
        y: y(bands.q50[month] ?? 0),
        colour: 'var(--scenario)',
      })),
  };
}
