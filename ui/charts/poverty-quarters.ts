import * as Plot from '@observablehq/plot';
import { formatDifference, formatDifferenceBand, formatTick } from '../../engine/telling/format-value.js';
import { monthInWords } from '../../engine/telling/horizon.js';
import type { Chart, ChartInput, Drawing, Size } from './chart.js';
import { plotSvg } from './plot-svg.js';
import { svgText } from './svg-text.js';

const title = 'API-equivalent gain by poverty';
const points = { kind: 'score', words: 'points of the Academic Performance Index' } as const;
const unit = `${points.words}, scenario minus baseline; quarters of schools by share of low-income students`;

const quarters = [
  { outcome: 'apiPoverty1', label: 'Fewest low-income' },
  { outcome: 'apiPoverty2', label: 'Second fewest' },
  { outcome: 'apiPoverty3', label: 'Second most' },
  { outcome: 'apiPoverty4', label: 'Most low-income' },
] as const;

interface Row {
  readonly label: string;
  readonly low: number;
  readonly middle: number;
  readonly high: number;
}

/** What each quarter of schools gains by the month under the cursor, in the middle and in 90 of 100 futures. */
export const povertyQuarters: Chart = {
  id: 'poverty-quarters',
  title,
  unit,
  overTime: false,
  modes: ['values'],
  draw,
  readout: (input) =>
    `${monthInWords(input.firstMonth, input.month)}: ${rowsOf(input)
      .map((row) => `${row.label.toLowerCase()} ${text(row)}`)
      .join('; ')}`,
  summary: (input) =>
    `${title} in ${monthInWords(input.firstMonth, input.month)}, in the model, in ${unit}: the middle of ` +
    `${input.comparison.replicates} simulated futures, and in brackets 90 of 100. ` +
    `${rowsOf(input)
      .map((row) => `${row.label} ${text(row)}`)
      .join('; ')}.`,
  table: (input) => ({
    caption: `${title} in ${monthInWords(input.firstMonth, input.month)}: ${unit}`,
    columns: ['Quarter of schools', 'The middle', '90 of 100 futures'],
    rows: rowsOf(input).map(({ label, low, middle, high }) => [
      label,
      write(middle),
      `${write(low)} to ${write(high)}`,
    ]),
  }),
};

function write(value: number): string {
  return formatDifference(value, points);
}

function text(row: Row): string {
  return Number.isFinite(row.middle) ? formatDifferenceBand(row, points) : 'has no schools';
}

function rowsOf({ comparison, month }: ChartInput): readonly Row[] {
  return quarters.map(({ outcome, label }) => {
    const bands = comparison.differences[outcome]!;
    return { label, low: bands.q05[month]!, middle: bands.q50[month]!, high: bands.q95[month]! };
  });
}

/** The axis holds the widest range of all months, so that bars grow in place as the cursor moves. */
function domainOf({ comparison }: ChartInput): readonly [number, number] {
  const bands = quarters.map(({ outcome }) => comparison.differences[outcome]!);
  const ends = bands.flatMap(({ q05, q95 }) => [...q05, ...q95]).filter(Number.isFinite);
  const [low, high] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  return low === high ? [low, low + 1] : [low, high];
}

function draw(input: ChartInput, size: Size): Drawing {
  const rows = rowsOf(input);
  const known = rows.filter(({ middle }) => Number.isFinite(middle));
  const drawing = plotSvg(
    {
      x: { domain: [...domainOf(input)], axis: null, nice: true },
      y: { domain: rows.map(({ label }) => label), axis: null, padding: 0.35 },
      marks: [
        Plot.gridX({ ticks: 4, stroke: 'var(--grid)', strokeOpacity: 1 }),
        Plot.axisX({
          ticks: 4,
          tickSize: 4,
          label: null,
          tickFormat: (value: number) => formatTick(write(value)),
          fill: 'var(--text-2)',
          stroke: 'var(--line-strong)',
        }),
        Plot.axisY({ tickSize: 0, label: null, fill: 'var(--text)' }),
        Plot.ruleX([0], { stroke: 'var(--baseline)', strokeWidth: 1.5 }),
        Plot.ruleY(known, { x1: 'low', x2: 'high', y: 'label', stroke: 'var(--scenario)', strokeWidth: 3 }),
        Plot.dot(known, {
          x: 'middle',
          y: 'label',
          r: 6,
          fill: 'var(--scenario)',
          stroke: 'var(--ground)',
          strokeWidth: 1.5,
        }),
      ],
    },
    size,
    { top: 8, right: 100, bottom: 26, left: 128 },
    `${title} in ${monthInWords(input.firstMonth, input.month)}`,
  );
  const scale = (drawing.svg as unknown as Plot.Plot).scale('y')!;
  for (const row of rows) {
    const y = (scale.apply(row.label) as number) + (scale.bandwidth ?? 0) / 2;
    const range = `${write(row.low)} to ${write(row.high)}`;
    const lines = Number.isFinite(row.middle) ? [range, write(row.middle)] : [text(row)];
    svgText(drawing.svg, drawing.frame.right + 8, y - 3, 'var(--scenario-text)', lines);
  }
  return drawing;
}
