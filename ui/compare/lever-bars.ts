import * as Plot from '@observablehq/plot';
import { formatDifference, formatTick } from '../../engine/telling/format-value.js';
import type { Outcome } from '../../engine/model/outcome.js';
import { differenceWords } from '../../engine/model/unit.js';
import type { Figure } from '../charts/figure-panel.js';
import { plotSvg } from '../charts/plot-svg.js';
import { svgText } from '../charts/svg-text.js';
import type { LeverContribution } from './contributions.js';

const BAR = 44;

/** What each lever adds, as bars with the interval of the mean. */
export function leverBars(
  shares: readonly LeverContribution[],
  { id, label, unit }: Outcome,
  scenarioTitle: string,
): Figure {
  const rows = shares.map(({ lever, contribution: { mean, low, high } }) => ({
    label: lever.label,
    mean,
    low: Number.isFinite(low) ? low : mean,
    high: Number.isFinite(high) ? high : mean,
  }));
  const total = rows.reduce((sum, { mean }) => sum + mean, 0);
  const write = (value: number): string => formatDifference(value, unit);
  const gains = differenceWords(unit);
  const futures = shares[0]?.contribution.replicates.length ?? 0;
  return {
    id: `levers-${id}`,
    title: `What each lever of “${scenarioTitle}” adds: ${label.toLowerCase().replace('api', 'API')}`,
    unit: `${gains}, mean of ${futures} simulated futures; the line is where that mean lies with 90 percent confidence`,
    summary: `In the model, on average: ${rows
      .map((row) => `${row.label} ${write(row.mean)}, between ${write(row.low)} and ${write(row.high)}`)
      .join('; ')}. Together ${write(total)} ${gains}.`,
    table: {
      caption: `Contribution of each lever, ${gains}`,
      columns: ['Lever', 'Mean', 'Low', 'High'],
      rows: [
        ...rows.map((row) => [row.label, write(row.mean), write(row.low), write(row.high)]),
        ['All together', write(total), '', ''],
      ],
    },
    height: () => rows.length * BAR + 48,
    draw: ({ width, height }) => {
      const lows = Math.min(0, ...rows.map(({ low }) => low));
      const highs = Math.max(0, ...rows.map(({ high }) => high));
      const y = (row: { readonly label: string }): string => row.label;
      const margins = { top: 8, right: 72, bottom: 28, left: width < 480 ? 128 : 196 };
      const drawing = plotSvg(
        {
          x: { domain: lows === highs ? [0, 1] : [lows, highs], axis: null, nice: true },
          y: { domain: rows.map(y), axis: null, padding: 0.4 },
          marks: [
            Plot.gridX({ ticks: 4, stroke: 'var(--grid)', strokeOpacity: 1 }),
            Plot.axisX({
              ticks: width < 480 ? 3 : 4,
              tickSize: 4,
              label: null,
              tickFormat: (value: number) => formatTick(write(value)),
              fill: 'var(--text-2)',
              stroke: 'var(--line-strong)',
            }),
            Plot.axisY({ tickSize: 0, label: null, fill: 'var(--text)', lineWidth: margins.left / 14 }),
            Plot.barX(rows, { x: 'mean', y, fill: 'var(--scenario)', fillOpacity: 0.35 }),
            Plot.ruleY(rows, { x1: 'low', x2: 'high', y, stroke: 'var(--scenario)', strokeWidth: 2 }),
            Plot.ruleX([0], { stroke: 'var(--baseline)' }),
          ],
        },
        { width, height },
        margins,
        `Contribution of each lever to ${label}`,
      );
      const scale = (drawing.svg as unknown as Plot.Plot).scale('x')!;
      const band = (drawing.svg as unknown as Plot.Plot).scale('y')!;
      for (const row of rows) {
        const x = (scale.apply(Math.max(row.high, row.mean, 0)) as number) + 6;
        const middle = (band.apply(row.label) as number) + (band.bandwidth ?? 0) / 2;
        svgText(drawing.svg, x, middle + 4, 'var(--text)', [write(row.mean)]);
      }
      return drawing.svg;
    },
  };
}
