import { priorQuantile, type Parameter } from '../../engine/evidence/index.js';
import { formatNumber } from './format.js';

/** How far a parameter ranges over the simulated futures, in words with its unit. */
export function describeRange(parameter: Parameter): string {
  const { distribution, unit } = parameter;
  const after = unit === '' ? '' : ` ${unit}`;
  if (distribution.kind === 'constant') return `${plain(distribution.value)}${after}`;
  const [low, middle, high] = [0.05, 0.5, 0.95].map((p) => plain(priorQuantile(parameter, p))) as [
    string,
    string,
    string,
  ];
  return `${middle}${after}, between ${low} and ${high} in 90 of 100 futures`;
}

/** Small figures keep the digits that tell them apart. */
function plain(value: number): string {
  return Math.abs(value) < 0.1 && value !== 0 ? Number(value.toPrecision(2)).toString() : formatNumber(value);
}
