import { svg, type TemplateResult } from 'lit';
import { priorQuantile, type Parameter } from '../../engine/evidence/index.js';
import { formatParameter } from '../words/describe-parameter.js';

/** A curve of believability: x in the parameter's unit, height relative to its highest point. */
interface Curve {
  readonly points: readonly { readonly x: number; readonly height: number }[];
  readonly low: number;
  readonly high: number;
}

const STEPS = 64;

/** Density of the prior from its quantiles: how much chance lies in a step, over the step's width. */
export function densityOf(parameter: Parameter): Curve | undefined {
  if (parameter.distribution.kind === 'constant') return undefined;
  const chance = (step: number): number => 0.005 + (0.99 * step) / STEPS;
  const xs = Array.from({ length: STEPS + 1 }, (_, step) => priorQuantile(parameter, chance(step)));
  const raw = xs.slice(1).map((x, index) => ({
    x: (x + xs[index]!) / 2,
    height: x > xs[index]! ? 1 / (x - xs[index]!) : 0,
  }));
  const highest = Math.max(...raw.map(({ height }) => height));
  const points = raw.map(({ x, height }) => ({ x, height: highest === 0 ? 0 : height / highest }));
  return { points, low: xs[0]!, high: xs[STEPS]! };
}

export interface DrawingOptions {
  readonly width: number;
  readonly height: number;
  /** With numbers under it. */
  readonly axis: boolean;
  /** The value at which the parameter is held, if it is. */
  readonly held: number | undefined;
}

/**
 * The distribution of a parameter: the prior as a hill, what the fit left of it as bars of 50 and 90 percent with the
 * middle, a held value as a line. A constant is a single line.
 */
export function drawDistribution(
  parameter: Parameter,
  { width, height, axis, held }: DrawingOptions,
): TemplateResult {
  const curve = densityOf(parameter);
  const { distribution, posterior } = parameter;
  const known = [
    ...(curve ? [curve.low, curve.high] : []),
    ...(posterior ?? []),
    ...(held === undefined ? [] : [held]),
    ...(distribution.kind === 'constant' ? [distribution.value] : []),
  ];
  const [low, high] = widen(Math.min(...known), Math.max(...known));
  const pad = axis ? 28 : 4;
  const foot = axis ? 20 : 0;
  const base = height - foot - (posterior ? 10 : 2);
  const x = (value: number): number => pad + ((width - 2 * pad) * (value - low)) / (high - low);
  const hill = curve?.points.map(
    ({ x: at, height: up }) => `${x(at).toFixed(1)},${(base - up * (base - 4)).toFixed(1)}`,
  );
  const spine = (value: number, kind: string): TemplateResult =>
    svg`<line class=${kind} x1=${x(value)} x2=${x(value)} y1="2" y2=${height - foot} />`;
  return svg`
    ${hill && svg`<polygon class="prior" points="${x(curve!.low)},${base} ${hill.join(' ')} ${x(curve!.high)},${base}" />`}
    ${posterior && bars(posterior, x, base + 5)}
    ${distribution.kind === 'constant' && held === undefined ? spine(distribution.value, 'constant') : undefined}
    ${held === undefined ? undefined : spine(held, 'held')}
    ${axis ? numbers(parameter, x, height) : undefined}
  `;
}

function bars(
  five: NonNullable<Parameter['posterior']>,
  x: (value: number) => number,
  y: number,
): TemplateResult {
  const [q05, q25, q50, q75, q95] = five;
  return svg`
    <line class="wide" x1=${x(q05)} x2=${x(q95)} y1=${y} y2=${y} />
    <line class="narrow" x1=${x(q25)} x2=${x(q75)} y1=${y} y2=${y} />
    <circle class="middle" cx=${x(q50)} cy=${y} r="3" />
  `;
}

/** The 5, 50 and 95 percent points of the prior, or the constant, written below. */
function numbers(parameter: Parameter, x: (value: number) => number, height: number): TemplateResult[] {
  const { distribution } = parameter;
  const values =
    distribution.kind === 'constant'
      ? [distribution.value]
      : [0.05, 0.5, 0.95].map((p) => priorQuantile(parameter, p));
  const places = values.map(x);
  // Numbers that would stand on each other make room for the middle one.
  const crowded = places.length === 3 && places[2]! - places[0]! < 132;
  return values.flatMap((value, index) =>
    crowded && index !== 1
      ? []
      : [
          svg`<text x=${places[index]!} y=${height - 5} text-anchor="middle">${formatParameter(value)}</text>`,
        ],
  );
}

function widen(low: number, high: number): readonly [number, number] {
  if (low === high) {
    const room = Math.abs(low) > 0 ? Math.abs(low) / 2 : 1;
    return [low - room, high + room];
  }
  const room = (high - low) * 0.03;
  return [low - room, high + room];
}
