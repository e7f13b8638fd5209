import * as Plot from '@observablehq/plot';
import { formatDifference, formatDifferenceBand, formatTick } from '../../engine/telling/format-value.js';
import type { LeverField } from '../../engine/model/lever.js';
import type { Outcome } from '../../engine/model/outcome.js';
import { differenceWords } from '../../engine/model/unit.js';
import { formatLeverValue } from '../words/format.js';
import type { Figure } from './figure-panel.js';
import { plotSvg } from './plot-svg.js';

/** A difference to the baseline at one dose: the middle of the futures, and 90 of 100 of them. */
export interface DosePoint {
  readonly dose: number;
  readonly range: { readonly low: number; readonly middle: number; readonly high: number };
}

export interface DoseChartOptions {
  readonly outcome: Pick<Outcome, 'id' | 'label' | 'unit'>;
  /** Name of the lever, and the field that is its dose. */
  readonly lever: string;
  readonly field: LeverField;
  /** Dose of the scenario. */
  readonly present: number;
  readonly futures: number;
}

const HEIGHT = 168;

/** How an outcome answers to the dose of one lever, the rest of the scenario as it is. */
export function doseChart(points: readonly DosePoint[], options: DoseChartOptions): Figure {
  const { outcome, lever, field, present, futures } = options;
  const gains = differenceWords(outcome.unit);
  const write = (value: number): string => formatDifference(value, outcome.unit);
  const text = ({ range }: DosePoint): string => formatDifferenceBand(range, outcome.unit);
  const title = `${outcome.label} by dose`;
  return {
    id: `dose-${outcome.id}`,
    title,
    unit: `up: ${gains}, scenario minus baseline at the horizon; across: ${field.unit.words}`,
    summary:
      `${title} of ${lever}, in the model, the rest of the scenario as it is; the middle of ${futures} simulated ` +
      `futures, and 90 of 100: ${points
        .map((point) => `${formatLeverValue(point.dose, field)}: ${text(point)}`)
        .join('; ')}.`,
    table: {
      caption: `${title}: scenario minus baseline, ${gains}, ${futures} simulated futures`,
      columns: ['Dose', 'The middle [90 of 100 futures]'],
      rows: points.map((point) => [
        `${formatLeverValue(point.dose, field)}${point.dose === present ? ' (now)' : ''}`,
        text(point),
      ]),
    },
    height: () => HEIGHT,
    draw: (size) => {
      const lows = points.map(({ range }) => range.low);
      const highs = points.map(({ range }) => range.high);
      const [low, high] = [Math.min(0, ...lows), Math.max(0, ...highs)];
      return plotSvg(
        {
          x: { domain: [0, points.at(-1)!.dose], axis: null },
          y: { domain: low === high ? [low, low + 1] : [low, high], axis: null, nice: 3 },
          marks: [
            Plot.gridY({ ticks: 3, stroke: 'var(--grid)', strokeOpacity: 1 }),
            Plot.axisY({
              ticks: 3,
              tickSize: 0,
              label: null,
              tickFormat: (value: number) => formatTick(write(value)),
              fill: 'var(--text-2)',
            }),
            Plot.axisX({
              ticks: 4,
              tickSize: 4,
              label: null,
              tickFormat: (dose: number) => dose.toLocaleString('en-US'),
              fill: 'var(--text-2)',
              stroke: 'var(--line-strong)',
            }),
            Plot.ruleX([present], { stroke: 'var(--text-2)', strokeDasharray: '2 3' }),
            Plot.text([present], {
              x: (dose: number) => dose,
              text: () => 'now',
              frameAnchor: 'top',
              dy: -12,
              fill: 'var(--text-2)',
            }),
            Plot.areaY(points, {
              x: 'dose',
              y1: ({ range }: DosePoint) => range.low,
              y2: ({ range }: DosePoint) => range.high,
              fill: 'var(--scenario-90)',
            }),
            Plot.ruleY([0], { stroke: 'var(--baseline)' }),
            Plot.lineY(points, {
              x: 'dose',
              y: ({ range }: DosePoint) => range.middle,
              stroke: 'var(--scenario)',
              strokeWidth: 2,
            }),
            Plot.dot(points, {
              x: 'dose',
              y: ({ range }: DosePoint) => range.middle,
              r: 3.5,
              fill: 'var(--scenario)',
              stroke: 'var(--ground)',
            }),
          ],
        },
        size,
        { top: 20, right: 20, bottom: 26, left: 48 },
        `${title} of ${lever}`,
      ).svg;
    },
  };
}
