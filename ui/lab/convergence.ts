import * as Plot from '@observablehq/plot';
import { formatDifference, formatTick } from '../../engine/telling/format-value.js';
import type { Outcome } from '../../engine/model/outcome.js';
import { differenceWords } from '../../engine/model/unit.js';
import type { Figure } from '../charts/figure-panel.js';
import { plotSvg } from '../charts/plot-svg.js';
import { svgText } from '../charts/svg-text.js';
import type { RunningMiddle } from './running-middle.js';

const HEIGHT = 280;

/** How the middle difference settles as futures are added, with its Monte Carlo error. */
export function convergence(points: readonly RunningMiddle[], { id, label, unit }: Outcome): Figure {
  const write = (value: number): string => formatDifference(value, unit);
  const gains = differenceWords(unit);
  const last = points.at(-1)!;
  const count = (futures: number): string => futures.toLocaleString('en-US');
  return {
    id: `convergence-${id}`,
    title: `How the middle settles: ${label}`,
    unit: `scenario minus baseline, ${gains}; across: simulated futures; the band is where the middle of endlessly many futures lies, in 90 of 100 batches`,
    summary: `After ${count(last.futures)} futures the middle is ${write(last.middle)} ${gains}; of endlessly many futures it would be between ${write(last.errorLow)} and ${write(last.errorHigh)}, in 90 of 100 batches as large.`,
    table: {
      caption: `${label}, ${gains}, scenario minus baseline`,
      columns: ['Futures', 'Middle', 'Error from', 'Error to', '90 of 100 futures from', '… to'],
      rows: points.map(({ futures, middle, errorLow, errorHigh, low, high }) => [
        count(futures),
        ...[middle, errorLow, errorHigh, low, high].map(write),
      ]),
    },
    height: () => HEIGHT,
    draw: ({ width }) => draw(points, last, write, label, width),
  };
}

function draw(
  points: readonly RunningMiddle[],
  last: RunningMiddle,
  write: (value: number) => string,
  label: string,
  width: number,
): SVGSVGElement {
  const ends = points.flatMap(({ errorLow, errorHigh }) => [errorLow, errorHigh]);
  const [low, high] = [Math.min(...ends), Math.max(...ends)];
  const x = ({ futures }: RunningMiddle): number => futures;
  const margins = { top: 12, right: 76, bottom: 28, left: 64 };
  const drawing = plotSvg(
    {
      x: { domain: [0, last.futures], axis: null },
      y: { domain: low === high ? [low - 1, high + 1] : [low, high], axis: null, nice: 4 },
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
          fill: 'var(--text-2)',
          stroke: 'var(--line-strong)',
        }),
        Plot.areaY(points, {
          x,
          y1: 'errorLow',
          y2: 'errorHigh',
          fill: 'var(--scenario)',
          fillOpacity: 0.25,
        }),
        Plot.ruleY([last.middle], { stroke: 'var(--line-strong)', strokeDasharray: '2 3' }),
        Plot.line(points, { x, y: 'middle', stroke: 'var(--scenario)', strokeWidth: 2 }),
        Plot.dot([last], { x, y: 'middle', r: 4, fill: 'var(--scenario)', stroke: 'var(--ground)' }),
      ],
    },
    { width, height: HEIGHT },
    margins,
    `Running middle of ${label}`,
  );
  const scale = (drawing.svg as unknown as Plot.Plot).scale('y')!;
  const y = scale.apply(last.middle) as number;
  svgText(drawing.svg, drawing.frame.right + 10, y + 4, 'var(--text)', [write(last.middle)]);
  return drawing.svg;
}
