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
import { differenceWords, differenceWordsAfter, wordsAfter, type Unit } from '../../engine/model/unit.js';
import { horizonOf, type Chart, type ChartInput, type Drawing, type Size, type Table } from './chart.js';
import { placeLabels } from './place-labels.js';
import { plotSvg } from './plot-svg.js';
import { svgText } from './svg-text.js';
import { timeAxis } from './time-axis.js';

export interface BandChartOptions {
  readonly id: string;
  readonly title: string;
  readonly unit: Unit;
  /** Outcome it shows. */
  readonly outcome: string;
  /** Counts and gains start at zero; a scale with its own ends does not. */
  readonly from?: 'zero' | 'data';
}

interface Series {
  readonly label: string;
  readonly colour: string;
  readonly text: string;
  readonly bands: Bands;
  readonly width: number;
  /** Fills of the bands, widest first. */
  readonly fills: readonly {
    readonly low: 'q05' | 'q25';
    readonly high: 'q75' | 'q95';
    readonly fill: string;
  }[];
}

/** A chart over time of one outcome: middle line, 50 and 90 percent bands, the baseline in black. */
export function bandChart(options: BandChartOptions): Chart {
  const { id, title, unit, outcome } = options;
  const label = (input: ChartInput): string =>
    input.mode === 'difference'
      ? `${title}: scenario minus baseline, in ${differenceWords(unit)}`
      : `${title}, in ${unit.words}`;
  return {
    id,
    title,
    unit: unit.words,
    differenceUnit: differenceWords(unit),
    overTime: true,
    modes: ['values', 'difference'],
    draw: (input, size) => drawBands(options, input, size, label(input)),
    readout: (input) => {
      const at = input.month;
      const write = input.mode === 'difference' ? formatDifferenceBand : formatBand;
      const parts = seriesOf(outcome, input).map(({ label: name, bands }) => {
        const range = { low: bands.q05[at]!, middle: bands.q50[at]!, high: bands.q95[at]! };
        return `${name} ${write(range, unit)}`;
      });
      return `${monthInWords(input.firstMonth, at)}: ${parts.join('; ')}`;
    },
    summary: (input) => summarise(options, input),
    table: (input) => tabulate(options, input, label(input)),
  };
}

function seriesOf(outcome: string, { comparison, mode }: ChartInput): readonly Series[] {
  const scenario = {
    colour: 'var(--scenario)',
    text: 'var(--scenario-text)',
    width: 2,
    fills: [
      { low: 'q05', high: 'q95', fill: 'var(--scenario-90)' },
      { low: 'q25', high: 'q75', fill: 'var(--scenario-50)' },
    ],
  } as const;
  if (mode === 'difference') {
    return [{ ...scenario, label: 'Difference', bands: comparison.differences[outcome]! }];
  }
  const baseline = {
    colour: 'var(--baseline)',
    text: 'var(--text)',
    width: 1.5,
    fills: [{ low: 'q05', high: 'q95', fill: 'var(--baseline-90)' }],
  } as const;
  return [
    { ...baseline, label: 'Baseline', bands: comparison.baseline.outcomes[outcome]! },
    { ...scenario, label: 'Scenario', bands: comparison.scenario.outcomes[outcome]! },
  ];
}

function drawBands(options: BandChartOptions, input: ChartInput, size: Size, label: string): Drawing {
  const series = seriesOf(options.outcome, input);
  const horizon = horizonOf(input);
  const difference = input.mode === 'difference';
  const domain = domainOf(series, difference || options.from !== 'data');
  const write = (value: number): string =>
    difference ? formatDifference(value, options.unit) : formatValue(value, options.unit);
  const margins = { top: 12, right: 92, bottom: 26, left: size.width < 480 ? 48 : 56 };
  const axis = timeAxis(input.firstMonth, horizon, size.width - margins.left - margins.right);
  const months = Array.from({ length: horizon + 1 }, (_, k) => k);
  const zero = [Plot.ruleY([0], { stroke: 'var(--baseline)', strokeWidth: difference ? 1.5 : 1 })];
  const drawing = plotSvg(
    {
      x: axis.scale,
      y: { domain, axis: null, nice: 4 },
      marks: [
        Plot.gridY({ ticks: 4, stroke: 'var(--grid)', strokeOpacity: 1 }),
        Plot.axisY({
          ticks: 4,
          tickSize: 0,
          label: null,
          tickFormat: (value: number) => formatTick(write(value)),
          fill: 'var(--text-2)',
        }),
        ...axis.marks,
        ...(domain[0] <= 0 && (difference || options.from !== 'data') ? zero : []),
        ...series.flatMap(({ bands, fills }) =>
          fills.map(({ low, high, fill }) =>
            Plot.areaY(months, {
              x: (k: number) => k,
              y1: (k: number) => bands[low][k],
              y2: (k: number) => bands[high][k],
              fill,
            }),
          ),
        ),
        ...series.map(({ bands, colour, width }) =>
          Plot.lineY(months, {
            x: (k: number) => k,
            y: (k: number) => bands.q50[k],
            stroke: colour,
            strokeWidth: width,
          }),
        ),
      ],
    },
    size,
    margins,
    label,
  );
  const scale = (drawing.svg as unknown as Plot.Plot).scale('y')!;
  const y = (value: number): number => scale.apply(value) as number;
  const { left, right, top, bottom } = drawing.frame;
  const ends = series.map(({ bands }) => y(bands.q50[horizon]!));
  const places = placeLabels(ends, 34, [top + 10, bottom - 22]);
  series.forEach((one, index) => {
    svgText(drawing.svg, right + 8, places[index]!, one.text, [
      difference ? 'Difference' : one.label,
      write(one.bands.q50[horizon]!),
    ]);
  });
  return {
    ...drawing,
    dots: (month) =>
      series.map(({ bands, colour }) => ({
        x: left + ((right - left) * month) / Math.max(1, horizon),
        y: y(bands.q50[month] ?? 0),
        colour,
      })),
  };
}

/** Room for every band, and for zero where the axis starts there; never empty. */
function domainOf(series: readonly Series[], withZero: boolean): readonly [number, number] {
  const lows = series.flatMap(({ bands }) => bands.q05);
  const highs = series.flatMap(({ bands }) => bands.q95);
  const low = Math.min(...lows, ...(withZero ? [0] : []));
  const high = Math.max(...highs, ...(withZero ? [0] : []));
  return low === high ? [low, low + 1] : [low, high];
}

function summarise({ title, outcome, unit }: BandChartOptions, input: ChartInput): string {
  const { comparison, firstMonth } = input;
  const at = horizonOf(input);
  const one = comparison.baseline.outcomes[outcome]!;
  const other = comparison.scenario.outcomes[outcome]!;
  const gap = comparison.differences[outcome]!;
  const value = (x: number): string => `${formatValue(x, unit)} ${wordsAfter(unit)}`.trim();
  const signed = (x: number): string => `${formatDifference(x, unit)} ${differenceWordsAfter(unit)}`.trim();
  return (
    `${title} in ${monthInWords(firstMonth, at)}, in the model: the middle of ${comparison.replicates} simulated ` +
    `futures is ${value(other.q50[at]!)} in the scenario and ${value(one.q50[at]!)} in the baseline. The difference ` +
    `within a future is ${signed(gap.q50[at]!)} in the middle, between ${signed(gap.q05[at]!)} and ` +
    `${signed(gap.q95[at]!)} in 90 of 100 futures.`
  );
}

function tabulate({ outcome, unit }: BandChartOptions, input: ChartInput, caption: string): Table {
  const { comparison, firstMonth } = input;
  const bands = (b: Bands, k: number, write: (x: number, unit: Unit) => string): string[] => [
    write(b.q50[k]!, unit),
    `${write(b.q05[k]!, unit)} to ${write(b.q95[k]!, unit)}`,
  ];
  const years = Math.floor(horizonOf(input) / 12);
  return {
    caption: `${caption}: the middle of ${comparison.replicates} simulated futures, and 90 of 100 futures`,
    columns: ['Month', 'Baseline', '90 of 100', 'Scenario', '90 of 100', 'Difference', '90 of 100'],
    rows: Array.from({ length: years + 1 }, (_, year) => {
      const k = 12 * year;
      return [
        shortMonth(firstMonth, k),
        ...bands(comparison.baseline.outcomes[outcome]!, k, formatValue),
        ...bands(comparison.scenario.outcomes[outcome]!, k, formatValue),
        ...bands(comparison.differences[outcome]!, k, formatDifference),
      ];
    }),
  };
}
