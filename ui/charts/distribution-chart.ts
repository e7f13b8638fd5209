import * as Plot from '@observablehq/plot';
import { formatDifference, formatTick } from '../../engine/telling/format-value.js';
import { monthInWords } from '../../engine/telling/horizon.js';
import { countBetter } from '../../engine/ensemble/bands.js';
import { sortedQuantile } from '../../engine/ensemble/quantile.js';
import { differenceWords, type Unit } from '../../engine/model/unit.js';
import { horizonOf, type Chart, type ChartInput, type Drawing, type Size } from './chart.js';
import { plotSvg } from './plot-svg.js';
import { stackDots, type Dots } from './stack-dots.js';
import { svgText } from './svg-text.js';

export interface DistributionOptions {
  readonly id: string;
  readonly title: string;
  /** Unit of the outcome. */
  readonly unit: Unit;
  readonly outcome: string;
}

interface Spread {
  readonly futures: number;
  readonly low: number;
  readonly middle: number;
  readonly high: number;
  /** Share of futures above zero. */
  readonly above: number;
  readonly dots: Dots;
}

/** The paired difference at the horizon as dots that can be counted: each stands for one future of a hundred. */
export function distributionChart(options: DistributionOptions): Chart {
  const { id, title } = options;
  const gains = differenceWords(options.unit);
  const unit = `scenario minus baseline at the horizon, in ${gains}; each dot is one of 100 futures`;
  const write = (value: number): string => formatDifference(value, options.unit);
  return {
    id,
    title,
    unit,
    overTime: false,
    modes: ['values'],
    draw: (input, size) => draw(options, input, size, `${title}: ${unit}`),
    readout: (input) => {
      const spread = spreadOf(options, input);
      const when = monthInWords(input.firstMonth, horizonOf(input));
      return spread === undefined ? `${when}: ${waiting}` : `${when}: ${inWords(spread, write)}`;
    },
    summary: (input) => {
      const spread = spreadOf(options, input);
      const when = monthInWords(input.firstMonth, horizonOf(input));
      const head = `${title} in ${when}, in the model, scenario minus baseline within a future, in ${gains}: `;
      return spread === undefined
        ? `${head}${waiting}.`
        : `${head}of ${spread.futures} simulated futures ${inWords(spread, write)}.`;
    },
    table: (input) => {
      const { columns, each } = spreadOf(options, input)?.dots ?? { columns: [], each: 0 };
      return {
        caption: `${title}, scenario minus baseline at the horizon, in ${gains}: how many futures lie where`,
        columns: ['From', 'To below', each === 1 ? 'Futures' : 'Of 100 futures'],
        rows: columns.map(({ from, to, values }) => [write(from), write(to), String(values.length)]),
      };
    },
  };
}

const waiting = 'the first futures are still being simulated';

function spreadOf({ outcome, unit }: DistributionOptions, { comparison }: ChartInput): Spread | undefined {
  const values = Float64Array.from(comparison.futures?.[outcome] ?? []);
  if (values.length === 0) return undefined;
  const sorted = values.slice().sort();
  return {
    futures: values.length,
    low: sortedQuantile(sorted, 'q05'),
    middle: sortedQuantile(sorted, 'q50'),
    high: sortedQuantile(sorted, 'q95'),
    above: countBetter(values, 'higher').better!,
    dots: stackDots(sorted, unit.kind === 'count'),
  };
}

function inWords({ low, middle, high, above }: Spread, write: (value: number) => string): string {
  return (
    `above zero in ${Math.round(100 * above)} of 100; the middle is ${write(middle)}, and 90 of 100 lie ` +
    `between ${write(low)} and ${write(high)}`
  );
}

function draw(options: DistributionOptions, input: ChartInput, size: Size, label: string): Drawing {
  const spread = spreadOf(options, input);
  const margins = { top: 12, right: 104, bottom: 30, left: 16 };
  const write = (value: number): string => formatDifference(value, options.unit);
  const columns = spread?.dots.columns ?? [];
  const [first, last] = [columns[0]?.from ?? 0, columns.at(-1)?.to ?? 1];
  const x = [Math.min(0, first), Math.max(0, last)] as const;
  const width = size.width - margins.left - margins.right;
  const height = size.height - margins.top - margins.bottom;
  const tallest = Math.max(1, ...columns.map(({ values }) => values.length));
  const step = columns[0] === undefined ? 1 : columns[0].to - columns[0].from;
  const across = Math.min((width * step) / (x[1] - x[0]), (height - 12) / tallest);
  const dots = columns.flatMap(({ from, to, values }) =>
    values.map((value, place) => ({ x: (from + to) / 2, value, rise: 12 + across * (place + 0.5) })),
  );
  const drawing = plotSvg(
    {
      x: { domain: [...x], axis: null },
      y: { domain: [0, height], axis: null },
      marks: [
        Plot.axisX({
          ticks: size.width < 480 ? 4 : 6,
          tickSize: 4,
          label: null,
          tickFormat: (value: number) => formatTick(write(value)),
          fill: 'var(--text-2)',
          stroke: 'var(--line-strong)',
        }),
        Plot.ruleX([0], { stroke: 'var(--baseline)', strokeWidth: 1.5 }),
        Plot.dot(dots, {
          x: 'x',
          y: 'rise',
          r: Math.max(1, 0.44 * across),
          fill: ({ value }: { value: number }) => (value > 0 ? 'var(--scenario)' : 'var(--ground)'),
          stroke: ({ value }: { value: number }) => (value > 0 ? 'var(--scenario)' : 'var(--text-2)'),
        }),
        ...(spread === undefined ? [] : [...interval(spread)]),
      ],
    },
    size,
    margins,
    label,
  );
  const { right, left, top } = drawing.frame;
  if (spread === undefined) svgText(drawing.svg, left, top + 20, 'var(--text-2)', [`${capital(waiting)} …`]);
  else {
    svgText(drawing.svg, right + 8, top + 24, 'var(--scenario-text)', [
      'Above zero',
      `${Math.round(100 * spread.above)} of 100`,
    ]);
    svgText(drawing.svg, right + 8, top + 72, 'var(--scenario-text)', ['Middle', write(spread.middle)]);
  }
  return drawing;
}

/** Ninety of a hundred futures as a line under the dots, with the middle as a mark. */
function interval({ low, middle, high }: Spread): Plot.Markish[] {
  const colour = 'var(--scenario-text)';
  return [
    Plot.ruleY([5], { x1: low, x2: high, stroke: colour, strokeWidth: 2 }),
    Plot.ruleX([middle], { y1: 0, y2: 10, stroke: colour, strokeWidth: 3 }),
  ];
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
