import { priorQuantile, type Parameter } from '../../engine/evidence/index.js';
import { formatNumber, formatTick } from '../../engine/telling/format-value.js';

/** The 5, 50 and 95 percent points of what a parameter is in the simulated futures: after the fit, where it was fitted. */
export function rangeOfParameter(parameter: Parameter): readonly [number, number, number] {
  const { posterior } = parameter;
  if (posterior !== undefined) return [posterior[0], posterior[2], posterior[4]];
  return [0.05, 0.5, 0.95].map((p) => priorQuantile(parameter, p)) as [number, number, number];
}

/** How far a parameter ranges over the simulated futures, in words with its unit. */
export function describeRange(parameter: Parameter): string {
  const { distribution, unit } = parameter;
  const after = unit === '' ? '' : ` ${unit}`;
  if (distribution.kind === 'constant') return `${formatParameter(distribution.value)}${after}`;
  const [low, middle, high] = rangeOfParameter(parameter).map(formatParameter) as [string, string, string];
  return `${middle}${after}, between ${low} and ${high} in 90 of 100 futures`;
}

/** Small figures keep the digits that tell them apart. */
export function formatParameter(value: number): string {
  return Math.abs(value) < 0.1 && value !== 0
    ? Number(value.toPrecision(2)).toString()
    : formatTick(formatNumber(value));
}
