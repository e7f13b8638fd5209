import * as Plot from '@observablehq/plot';
import { formatTick } from '../../engine/telling/format-value.js';
import { plotSvg } from '../charts/plot-svg.js';

/** One bar of a row, in the drawing's unit. */
export interface Bar {
  /** From here to `to`. */
  readonly from: number;
  readonly to: number;
  /** Ends of the line that says how sure the bar's end is; left out where that is known. */
  readonly interval?: readonly [number, number];
}

export interface BarRow {
  readonly label: string;
  /** One bar, or two of half the height: the upper one first. */
  readonly bars: readonly Bar[];
}

export interface BarLook {
  readonly write: (value: number) => string;
  /** Fixed ends of the axis; as wide as the bars where left out. */
  readonly domain?: readonly [number, number];
  /** Where the line stands that the bars start from. */
  readonly origin: number;
  readonly name: string;
}

export const ROW = 34;
const PADDING = 0.3;

/** Opacity of the upper and the lower bar of a row. */
const opacities = [0.75, 0.35] as const;

interface Placed extends Bar {
  readonly label: string;
  readonly half: number;
  readonly of: number;
}

/** Horizontal bars, one row a factor, names to the left. */
export function drawBars(rows: readonly BarRow[], look: BarLook, width: number): SVGSVGElement {
  const placed = rows.flatMap(({ label, bars }) =>
    bars.map((bar, half): Placed => ({ ...bar, label, half, of: bars.length })),
  );
  const ends = placed.flatMap(({ from, to, interval = [] }) => [from, to, ...interval]);
  const [low, high] = look.domain ?? [Math.min(look.origin, ...ends), Math.max(look.origin, ...ends)];
  const margins = { top: 4, right: 24, bottom: 28, left: width < 480 ? Math.round(width * 0.48) : 300 };
  const height = rows.length * ROW + margins.top + margins.bottom;
  const band = (ROW * (1 - PADDING)) / 2;
  const y = ({ label }: Placed): string => label;
  const group = (half: number, of: number): Plot.Markish[] => {
    const bars = placed.filter((bar) => bar.half === half && bar.of === of);
    const insets = of === 1 ? {} : half === 0 ? { insetBottom: band } : { insetTop: band };
    const lines = bars.filter(({ interval }) => interval !== undefined);
    return [
      Plot.barX(bars, {
        x1: 'from',
        x2: 'to',
        y,
        fill: 'var(--scenario)',
        fillOpacity: opacities[half] ?? 1,
        ...insets,
      }),
      Plot.ruleY(lines, {
        x1: ({ interval }: Placed) => interval![0],
        x2: ({ interval }: Placed) => interval![1],
        y,
        dy: of === 1 ? 0 : half === 0 ? -band / 2 : band / 2,
        stroke: 'var(--text)',
        strokeWidth: 1.5,
      }),
    ];
  };
  return plotSvg(
    {
      x: { domain: low === high ? [low, low + 1] : [low, high], axis: null, clamp: true },
      y: { domain: rows.map(({ label }) => label), axis: null, padding: PADDING },
      marks: [
        Plot.gridX({ ticks: 4, stroke: 'var(--grid)', strokeOpacity: 1 }),
        Plot.axisX({
          ticks: width < 480 ? 2 : 4,
          tickSize: 4,
          label: null,
          tickFormat: (value: number) => formatTick(look.write(value)),
          fill: 'var(--text-2)',
          stroke: 'var(--line-strong)',
        }),
        Plot.axisY({
          tickSize: 0,
          label: null,
          fill: 'var(--text)',
          lineWidth: (margins.left - 8) / 13,
        }),
        ...group(0, 1),
        ...group(0, 2),
        ...group(1, 2),
        Plot.ruleX([look.origin], { stroke: 'var(--baseline)' }),
      ],
    },
    { width, height },
    margins,
    look.name,
  ).svg;
}
