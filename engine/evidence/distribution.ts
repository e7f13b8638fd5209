import { betaQuantile, exp, ln, normalQuantile } from '../random/index.js';
import type { Distribution, Parameter } from './parameter.js';

/** Standard normal point with 95 percent below. */
const z95 = normalQuantile(0.95);

/** Reads the short form of the YAML, e.g. `{ beta: [29, 7] }`; undefined where it is none. */
export function parseDistribution(raw: unknown): Distribution | undefined {
  if (typeof raw !== 'object' || raw === null) return undefined;
  const entries = Object.entries(raw as Record<string, unknown>);
  const entry = entries[0];
  if (entries.length !== 1 || !entry) return undefined;
  const [kind, argument] = entry;
  const numbers: unknown[] = Array.isArray(argument) ? argument : [argument];
  if (!numbers.every((n): n is number => typeof n === 'number' && Number.isFinite(n))) return undefined;
  return build(
    kind,
    numbers.map((n) => n + 0),
  ); // minus zero is zero
}

function build(kind: string, n: readonly number[]): Distribution | undefined {
  const [a = NaN, b = NaN, c = NaN, d = NaN] = n;
  switch (`${kind} ${String(n.length)}`) {
    case 'constant 1':
      return { kind: 'constant', value: a };
    case 'uniform 2':
      return a < b ? { kind: 'uniform', low: a, high: b } : undefined;
    case 'normal 2':
      return b > 0 ? { kind: 'normal', mean: a, sd: b } : undefined;
    case 'beta 2':
      return a > 0 && b > 0 ? { kind: 'beta', a, b } : undefined;
    case 'betaPosterior 2':
      // Conjugate posterior of a reported share `a` of `b` respondents under a flat prior.
      return a > 0 && a < 1 && b > 0 ? { kind: 'beta', a: 1 + a * b, b: 1 + (1 - a) * b } : undefined;
    case 'logNormal 3':
      return logNormal(0, a, b, c);
    case 'shiftedLogNormal 4':
      return logNormal(a, b, c, d);
    default:
      return undefined;
  }
}

function logNormal(shift: number, median: number, low: number, high: number): Distribution | undefined {
  if (!(low > 0 && low < median && median < high)) return undefined;
  return { kind: 'logNormal', shift, median, logSd: (ln(high) - ln(low)) / (2 * z95) };
}

/** Quantile of a distribution at `p` in (0, 1), with the same bits in every engine. */
export function quantile(distribution: Distribution, p: number): number {
  switch (distribution.kind) {
    case 'constant':
      return distribution.value;
    case 'uniform':
      return distribution.low + p * (distribution.high - distribution.low);
    case 'normal':
      return distribution.mean + distribution.sd * normalQuantile(p);
    case 'beta':
      return betaQuantile(p, distribution.a, distribution.b);
    case 'logNormal':
      return distribution.shift + distribution.median * exp(distribution.logSd * normalQuantile(p));
  }
}

/** Quantile of a parameter's prior at `p` in (0, 1), held inside its support. */
export function priorQuantile(parameter: Parameter, p: number): number {
  const [low, high] = parameter.support;
  return Math.min(high, Math.max(low, quantile(parameter.distribution, p)));
}
