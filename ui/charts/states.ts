import * as Plot from '@observablehq/plot';
import { formatShare } from '../../engine/telling/format-value.js';
import { monthInWords, shortMonth } from '../../engine/telling/horizon.js';
import type { World } from '../state/comparison.js';
import { practices, type Practice } from '../words/practices.js';
import { horizonOf, type Chart, type ChartInput, type Drawing, type Size } from './chart.js';
import { placeLabels } from './place-labels.js';
import { plotSvg } from './plot-svg.js';
import { svgText } from './svg-text.js';
import { timeAxis } from './time-axis.js';

const title = 'Districts by relationship';
const unit = 'share of districts, average of all futures';

/** Stacked shares of the three relationship states in the scenario; thin lines are the baseline's borders. */
export const districtStates: Chart = {
  id: 'states',
  title,
  unit,
  overTime: true,
  modes: ['values'],
  draw,
  readout: ({ comparison, firstMonth, month }) => {
    const parts = practices.map(({ id, short }, index) => {
      const [now, before] = [comparison.scenario, comparison.baseline].map((world) =>
        share(world, id, month),
      );
      return `${short.toLowerCase()} ${formatShare(now!)} [${index === 0 ? 'baseline ' : ''}${formatShare(before!)}]`;
    });
    return `${monthInWords(firstMonth, month)}: ${parts.join(', ')}`;
  },
  summary: (input) => {
    const { comparison, firstMonth } = input;
    const end = horizonOf(input);
    const world = (one: World): string =>
      practices.map(({ id, label }) => `${formatShare(share(one, id, end))} ${label}`).join(', ');
    return (
      `Districts by relationship in ${monthInWords(firstMonth, end)}, in the model, on average over ` +
      `${comparison.replicates} simulated futures. Scenario: ${world(comparison.scenario)}. Baseline: ` +
      `${world(comparison.baseline)}.`
    );
  },
  table: (input) => {
    const { comparison, firstMonth } = input;
    const years = Math.floor(horizonOf(input) / 12);
    const worlds = [
      ['baseline', comparison.baseline],
      ['scenario', comparison.scenario],
    ] as const;
    return {
      caption: `${title}: ${unit}`,
      columns: ['Month', ...worlds.flatMap(([name]) => practices.map(({ short }) => `${short}, ${name}`))],
      rows: Array.from({ length: years + 1 }, (_, year) => [
        shortMonth(firstMonth, 12 * year),
        ...worlds.flatMap(([, world]) => practices.map(({ id }) => formatShare(share(world, id, 12 * year)))),
      ]),
    };
  },
};

function count(world: World, id: Practice, month: number): number {
  return world.outcomes[id]?.mean[month] ?? 0;
}

function share(world: World, id: Practice, month: number): number {
  const total = practices.reduce((sum, practice) => sum + count(world, practice.id, month), 0);
  return total === 0 ? 0 : count(world, id, month) / total;
}

/** Share of a state and all states drawn below it. */
function below(world: World, index: number, month: number): number {
  return practices.slice(0, index + 1).reduce((sum, { id }) => sum + share(world, id, month), 0);
}

function draw(input: ChartInput, size: Size): Drawing {
  const { comparison } = input;
  const horizon = horizonOf(input);
  const margins = { top: 12, right: 124, bottom: 26, left: 44 };
  const axis = timeAxis(input.firstMonth, horizon, size.width - margins.left - margins.right);
  const months = Array.from({ length: horizon + 1 }, (_, k) => k);
  const top = (world: World, index: number) => (k: number) => (index < 0 ? 0 : below(world, index, k));
  const drawing = plotSvg(
    {
      x: axis.scale,
      y: { domain: [0, 1], axis: null },
      marks: [
        ...practices.map(({ colour }, index) =>
          Plot.areaY(months, {
            x: (k: number) => k,
            y1: top(comparison.scenario, index - 1),
            y2: top(comparison.scenario, index),
            fill: colour,
            fillOpacity: 0.72,
          }),
        ),
        ...practices.slice(0, -1).map((_, index) =>
          Plot.lineY(months, {
            x: (k: number) => k,
            y: top(comparison.baseline, index),
            stroke: 'var(--baseline)',
            strokeWidth: 1.5,
          }),
        ),
        Plot.axisY([0, 0.25, 0.5, 0.75, 1], {
          tickSize: 0,
          label: null,
          tickFormat: (d: number) => `${100 * d}%`,
          fill: 'var(--text-2)',
        }),
        ...axis.marks,
      ],
    },
    size,
    margins,
    `${title}: ${unit}`,
  );
  const { frame } = drawing;
  const y = (value: number): number => frame.bottom - (frame.bottom - frame.top) * value;
  const middles = practices.map(({ id }, index) => {
    const end = below(comparison.scenario, index, horizon);
    return y(end - share(comparison.scenario, id, horizon) / 2);
  });
  const places = placeLabels(middles, 34, [frame.top + 10, frame.bottom - 20]);
  practices.forEach(({ id, short, colour, mark }, index) => {
    svgText(drawing.svg, frame.right + 8, places[index]!, colour, [mark]);
    svgText(drawing.svg, frame.right + 22, places[index]!, 'var(--text)', [
      short,
      formatShare(share(comparison.scenario, id, horizon)),
    ]);
  });
  const early = Math.round(horizon / 12);
  const x = frame.left + ((frame.right - frame.left) * early) / Math.max(1, horizon);
  svgText(drawing.svg, x, y(below(comparison.baseline, 0, early)) - 5, 'var(--baseline)', [
    'Lines: the baseline',
  ]);
  return {
    ...drawing,
    dots: (month) =>
      practices.slice(0, -1).map((_, index) => ({
        x: frame.left + ((frame.right - frame.left) * month) / Math.max(1, horizon),
        y: y(below(comparison.baseline, index, month)),
        colour: 'var(--baseline)',
      })),
  };
}
