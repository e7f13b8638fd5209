import * as Plot from '@observablehq/plot';
import { bandOf } from '../../engine/telling/horizon.js';
import { formatDifference, formatDifferenceBand, formatTick } from '../../engine/telling/format-value.js';
import { meanOf } from '../../engine/ensemble/quantile.js';
import type { Outcome } from '../../engine/model/outcome.js';
import { differenceWords, dollars, type Unit } from '../../engine/model/unit.js';
import type { Figure } from '../charts/figure-panel.js';
import { plotSvg } from '../charts/plot-svg.js';
import { placeLabels } from '../charts/place-labels.js';
import { svgText } from '../charts/svg-text.js';
import { differencesOf } from './cells.js';
import type { ComparePlan } from './compare-plan.js';
import { palette } from './palette.js';
import type { WorldValues } from '../engine/world-values.js';

interface Cloud {
  readonly title: string;
  readonly x: number;
  readonly y: number;
  /** Points of the ellipse that holds 90 of 100 futures, were they normal. */
  readonly outline: readonly (readonly [number, number])[];
}

/** Squared radius that holds 90 percent of a normal cloud: -2 ln(0.1). */
const RADIUS = Math.sqrt(4.605);
const HEIGHT = 320;

/** What each scenario costs more than the baseline, against what it gains: one ellipse a scenario. */
export function costAgainstGain(
  values: WorldValues,
  { columns }: ComparePlan,
  { id, label, unit }: Outcome,
): Figure {
  const clouds = columns.map((column) =>
    cloudOf(column.title, differencesOf(values, column, 'cost'), differencesOf(values, column, id)),
  );
  const gains = differenceWords(unit);
  const texts = columns.map((column) => {
    const write = (outcome: string, of: Unit): string =>
      formatDifferenceBand(bandOf(differencesOf(values, column, outcome)), of);
    return [column.title, write('cost', dollars), write(id, unit)] as const;
  });
  return {
    id: `cost-against-${id}`,
    title: `Cost against ${label.charAt(0).toLowerCase()}${label.slice(1)}`.replace('aPI', 'API'),
    unit: `scenario minus baseline; across: dollars; up: ${gains}; an ellipse holds about 90 of 100 futures`,
    summary: `Difference to the baseline at the horizon, in the model. ${texts
      .map(([title, cost, gain]) => `${title}: cost ${cost}; ${label} ${gain} ${gains}`)
      .join('. ')}.`,
    table: {
      caption: 'Scenario minus baseline: the middle, and 90 of 100 futures',
      columns: ['Scenario', 'Cost', `${label}, ${gains}`],
      rows: texts,
    },
    height: () => HEIGHT,
    draw: ({ width }) => draw(clouds, { label, unit }, width),
  };
}

function cloudOf(title: string, xs: Float64Array, ys: Float64Array): Cloud {
  const [x, y] = [meanOf(xs), meanOf(ys)];
  const product = (a: Float64Array, middleA: number, b: Float64Array, middleB: number): number =>
    a.reduce((sum, value, index) => sum + (value - middleA) * (b[index]! - middleB), 0) /
    Math.max(1, a.length - 1);
  const xx = product(xs, x, xs, x);
  const xy = product(xs, x, ys, y);
  const yy = product(ys, y, ys, y);
  // The Cholesky factor of the covariance takes the unit circle to the ellipse.
  const a = Math.sqrt(xx);
  const b = a === 0 ? 0 : xy / a;
  const c = Math.sqrt(Math.max(0, yy - b * b));
  const outline = Array.from({ length: 73 }, (_, step): [number, number] => {
    const angle = (step * Math.PI) / 36;
    const [u, v] = [RADIUS * Math.cos(angle), RADIUS * Math.sin(angle)];
    return [x + a * u, y + b * u + c * v];
  });
  return { title, x, y, outline };
}

function draw(
  clouds: readonly Cloud[],
  { label, unit }: Pick<Outcome, 'label' | 'unit'>,
  width: number,
): SVGSVGElement {
  const xs = clouds.flatMap(({ outline }) => outline.map(([x]) => x));
  const ys = clouds.flatMap(({ outline }) => outline.map(([, y]) => y));
  const domain = (values: readonly number[]): [number, number] => {
    const [low, high] = [Math.min(0, ...values), Math.max(0, ...values)];
    return low === high ? [low, low + 1] : [low, high];
  };
  const margins = { top: 12, right: width < 480 ? 24 : 176, bottom: 30, left: 56 };
  const write = (value: number): string => formatDifference(value, unit);
  const drawing = plotSvg(
    {
      x: { domain: domain(xs), axis: null, nice: 4 },
      y: { domain: domain(ys), axis: null, nice: 4 },
      marks: [
        Plot.gridY({ ticks: 4, stroke: 'var(--grid)', strokeOpacity: 1 }),
        Plot.axisY({
          ticks: 4,
          tickSize: 0,
          label: null,
          tickFormat: (value: number) => formatTick(write(value)),
          fill: 'var(--text-2)',
        }),
        Plot.axisX({
          ticks: width < 480 ? 3 : 5,
          tickSize: 4,
          label: null,
          tickFormat: (value: number) => formatTick(formatDifference(value, dollars)),
          fill: 'var(--text-2)',
          stroke: 'var(--line-strong)',
        }),
        Plot.ruleY([0], { stroke: 'var(--baseline)' }),
        Plot.ruleX([0], { stroke: 'var(--baseline)' }),
        ...clouds.flatMap(({ outline, x, y }, index) => {
          const { colour, dash, fill } = palette[index]!;
          return [
            Plot.line(outline, {
              x: ([at]: readonly [number, number]) => at,
              y: ([, at]: readonly [number, number]) => at,
              stroke: colour,
              strokeWidth: 1.75,
              fill,
              ...(dash === '' ? {} : { strokeDasharray: dash }),
            }),
            Plot.dot([[x, y]], { r: 4, fill: colour, stroke: 'var(--ground)' }),
          ];
        }),
      ],
    },
    { width, height: HEIGHT },
    margins,
    `Cost against ${label}`,
  );
  nameClouds(drawing.svg, clouds, drawing.frame, width);
  return drawing.svg;
}

/** Names beside the plot, each at the height of its middle; on a narrow page the numbers of the columns. */
function nameClouds(
  svg: SVGSVGElement,
  clouds: readonly Cloud[],
  frame: { readonly right: number; readonly top: number; readonly bottom: number },
  width: number,
): void {
  const scale = (svg as unknown as Plot.Plot).scale('y')!;
  const wanted = clouds.map(({ y }) => scale.apply(y) as number);
  const places = placeLabels(wanted, 18, [frame.top + 8, frame.bottom - 8]);
  clouds.forEach(({ title }, index) => {
    const named = `${index + 1}. ${title}`;
    const short = width < 480 ? String(index + 1) : named.length <= 24 ? named : `${named.slice(0, 23)}…`;
    svgText(svg, frame.right + 8, places[index]! + 4, palette[index]!.text, [short]);
  });
}
