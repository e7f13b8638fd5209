import { type BootstrapOptions, bootstrapIntervals, type Estimate } from '../estimate/bootstrap-interval.js';
import { requireResponses } from '../../input/index.js';
import type { SaltelliSample } from './saltelli-sample.js';
import { square } from '../estimate/square.js';

/** Shares of the response's variance. Estimates can leave 0..1 by sampling error; they are not cut off. */
export interface SobolIndices {
  /** S1 of each factor: its own effect. */
  readonly first: readonly Estimate[];
  /** ST of each factor: its effect with all its interactions. */
  readonly total: readonly Estimate[];
  /** S2 of each two factors, `a` < `b`: their interaction alone; empty without second order. */
  readonly second: readonly (Estimate & { readonly a: number; readonly b: number })[];
  /** Variance of the response, in its unit squared. */
  readonly variance: number;
}

/**
 * Variance-based sensitivity indices with bootstrap intervals over base points.
 *
 * S1 by Saltelli et al. (2010), ST by Jansen, "Analysis of variance designs for model output", Computer Physics
 * Communications 117 (1999), 35-43, S2 by Saltelli (2002); with second order each is the mean of the estimate from
 * (A, B, AB) and its mirror image from (B, A, BA), which costs nothing more. The response is centred first, which
 * reduces the error. The intervals resample a quasi-random sample as if it were random, so they err on the wide side. A
 * constant response gives zeros.
 *
 * @param response one finite number for each point of the sample, in its order, any unit
 * @throws InputError when the response has another size than the sample or a value is not finite
 */
export function sobolIndices(
  sample: SaltelliSample,
  response: ArrayLike<number>,
  options: BootstrapOptions,
): SobolIndices {
  const { dimensions: k, base, stride } = sample;
  requireResponses(response, sample.points.length, `Saltelli sample (${base} x ${stride})`);
  const terms = baseTerms(sample, response);
  const all = Uint32Array.from({ length: base }, (_, row) => row);
  const values = combine(terms, all, sample).slice();
  const intervals = bootstrapIntervals(base, (rows) => combine(terms, rows, sample), options);
  const estimate = (at: number): Estimate => ({ value: values[at]!, ...intervals[at]! });
  const factors = Array.from({ length: k }, (_, factor) => factor);
  const pairs = sample.secondOrder
    ? factors.flatMap((b) => factors.slice(0, b).map((a) => [a, b] as const))
    : [];
  return {
    first: factors.map(estimate),
    total: factors.map((factor) => estimate(k + factor)),
    second: pairs.map(([a, b], pair) => ({ a, b, ...estimate(2 * k + pair) })),
    variance: values.at(-1)!,
  };
}

/** What one base point adds: S1 terms, ST terms, S2 terms (b over a), then the sum and the squares of A and B. */
function baseTerms(sample: SaltelliSample, response: ArrayLike<number>): Float64Array[] {
  const { dimensions: k, base, stride, secondOrder } = sample;
  // Measured from the first value, so that a constant response is exactly zero everywhere.
  const origin = response[0]!;
  let mean = 0;
  for (let at = 0; at < base * stride; at += stride) {
    mean += (response[at]! + response[at + 1]! - 2 * origin) / (2 * base);
  }
  return Array.from({ length: base }, (_, row) => {
    const y = (place: number): number => response[row * stride + place]! - origin - mean;
    const [a, b] = [y(0), y(1)];
    const ab = Array.from({ length: k }, (_, i) => y(2 + i));
    const ba = Array.from({ length: secondOrder ? k : 0 }, (_, i) => y(2 + k + i));
    const first = ab.map((yi, i) => (secondOrder ? (b * (yi - a) + a * (ba[i]! - b)) / 2 : b * (yi - a)));
    const total = ab.map(
      (yi, i) => (square(a - yi) + (secondOrder ? square(b - ba[i]!) : square(a - yi))) / 4,
    );
    const second: number[] = [];
    for (let j = 0; j < ba.length; j++) {
      for (let i = 0; i < j; i++) second.push((ba[i]! * ab[j]! + ba[j]! * ab[i]!) / 2 - a * b);
    }
    return Float64Array.of(...first, ...total, ...second, a + b, a * a + b * b);
  });
}

/** Indices over the drawn base points, in the order of the terms, and last the variance. */
function combine(terms: readonly Float64Array[], rows: Uint32Array, sample: SaltelliSample): Float64Array {
  const { dimensions: k, secondOrder } = sample;
  const sums = new Float64Array(terms[0]!.length);
  for (const row of rows) {
    const term = terms[row]!;
    for (let at = 0; at < sums.length; at++) sums[at]! += term[at]!;
  }
  const mean = sums[sums.length - 2]! / (2 * rows.length);
  const variance = sums[sums.length - 1]! / (2 * rows.length) - mean * mean;
  const shares = new Float64Array(sums.length - 1);
  if (variance > 0) {
    for (let at = 0; at < shares.length - 1; at++) shares[at] = sums[at]! / rows.length / variance;
    let pair = 2 * k;
    for (let b = 0; secondOrder && b < k; b++) {
      for (let a = 0; a < b; a++) shares[pair++]! -= shares[a]! + shares[b]!;
    }
  }
  shares[shares.length - 1] = Math.max(variance, 0);
  return shares;
}
