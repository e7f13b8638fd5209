import * as Plot from '@observablehq/plot';
import { formatBand, formatValue } from '../../engine/telling/format-value.js';
import { monthInWords } from '../../engine/telling/horizon.js';
import type { Bands } from '../state/comparison.js';
import { districts } from '../../engine/model/unit.js';
import type { Chart, ChartInput, Drawing, Size } from './chart.js';
import { plotSvg } from './plot-svg.js';

const title = 'The training funnel';
const unit = 'districts so far, contracts in the last row; black marks are the baseline';

const steps = [
  { id: 'engaged', label: 'Took part' },
  { id: 'inquired', label: 'Asked about training' },
  { id: 'trained', label: 'Trained' },
  { id: 'facilitated', label: 'Bargained with facilitation' },
  { id: 'continued', label: 'Continued' },
  { id: 'switchedBack', label: 'Switched back' },
  { id: 'ratified', label: 'Contracts ratified' },
] as const;

interface Row {
  readonly label: string;
  readonly scenario: readonly [number, number, number];
  readonly baseline: number;
}

/** How far districts have come in the partnership's own programme by the month under the cursor. */
export const trainingFunnel: Chart = {
  id: 'funnel',
  title,
  unit,
  overTime: false,
  modes: ['values'],
  draw,
  readout: (input) => {
    const shown = ['engaged', 'trained', 'ratified'];
    const rows = rowsOf(input).filter((_, index) => shown.includes(steps[index]!.id));
    const words = rows.map(({ label, scenario }) => `${label.toLowerCase()} ${band(scenario)}`);
    return `${monthInWords(input.firstMonth, input.month)}: ${words.join(', ')}`;
  },
  summary: (input) =>
    `Training funnel in ${monthInWords(input.firstMonth, input.month)}, in the model: ` +
    rowsOf(input)
      .map(
        ({ label, scenario, baseline }) =>
          `${label} ${band(scenario)}, baseline ${formatValue(baseline, districts)}`,
      )
      .join('; ') +
    '.',
  table: (input) => ({
    caption: `${title} in ${monthInWords(input.firstMonth, input.month)}: ${unit}; the middle, and 90 of 100 futures`,
    columns: ['Step', 'Scenario', 'Baseline'],
    rows: rowsOf(input).map(({ label, scenario, baseline }) => [
      label,
      band(scenario),
      formatValue(baseline, districts),
    ]),
  }),
};

function band([low, middle, high]: Row['scenario']): string {
  return formatBand({ low, middle, high }, districts);
}

function rowsOf({ comparison, month }: ChartInput): readonly Row[] {
  const at = (bands: Bands | undefined, key: 'q05' | 'q50' | 'q95'): number => bands?.[key][month] ?? 0;
  return steps.map(({ id, label }) => {
    const scenario = comparison.scenario.outcomes[id];
    return {
      label,
      scenario: [at(scenario, 'q05'), at(scenario, 'q50'), at(scenario, 'q95')],
      baseline: at(comparison.baseline.outcomes[id], 'q50'),
    };
  });
}

/** The axis holds the horizon's highest value, so that bars grow in place as the cursor moves. */
function highest({ comparison }: ChartInput): number {
  const ends = steps.flatMap(({ id }) =>
    [comparison.scenario, comparison.baseline].map(({ outcomes }) => outcomes[id]?.q95.at(-1) ?? 0),
  );
  return Math.max(1, ...ends);
}

function draw(input: ChartInput, size: Size): Drawing {
  const rows = rowsOf(input);
  const y = ({ label }: Row): string => label;
  return plotSvg(
    {
      x: { domain: [0, highest(input)], axis: null, nice: true },
      y: { domain: steps.map(({ label }) => label), axis: null, padding: 0.35 },
      marks: [
        Plot.gridX({ ticks: 4, stroke: 'var(--grid)', strokeOpacity: 1 }),
        Plot.axisX({
          ticks: 4,
          tickSize: 4,
          label: null,
          fill: 'var(--text-2)',
          stroke: 'var(--line-strong)',
        }),
        Plot.axisY({ tickSize: 0, label: null, fill: 'var(--text)' }),
        Plot.barX(rows, { x: (row: Row) => row.scenario[1], y, fill: 'var(--scenario)', fillOpacity: 0.35 }),
        Plot.ruleY(rows, {
          x1: (row: Row) => row.scenario[0],
          x2: (row: Row) => row.scenario[2],
          y,
          stroke: 'var(--scenario)',
          strokeWidth: 2,
        }),
        Plot.tickX(rows, { x: (row: Row) => row.baseline, y, stroke: 'var(--baseline)', strokeWidth: 2 }),
        Plot.text(rows, {
          x: (row: Row) => row.scenario[2],
          y,
          text: ({ scenario }: Row) => band(scenario),
          textAnchor: 'start',
          dx: 6,
          fill: 'var(--text)',
        }),
      ],
    },
    size,
    { top: 8, right: 104, bottom: 26, left: 172 },
    `${title} in ${monthInWords(input.firstMonth, input.month)}`,
  );
}
