/**
 * Splits a whole number in proportion to weights, exactly: largest remainders, ties to the earlier entry.
 *
 * @param total whole number to split, at least `minimum * weights.length`
 * @param weights at least 0, one an entry; all zero means equal shares
 * @param minimum whole number that every entry gets at least
 * @returns whole numbers that sum to `total`
 * @throws RangeError when the total cannot give every entry its minimum
 */
export function apportion(total: number, weights: ArrayLike<number>, minimum = 0): Float64Array {
  const n = weights.length;
  if (total < minimum * n)
    throw new RangeError(`total = ${total} must be at least ${minimum} for each of ${n}`);
  const largest = maxOf(weights);
  const weight = (i: number): number => (largest > 0 ? (weights[i] ?? 0) / largest : 1);
  const share = shareAboveMinimum(total, n, weight, minimum);
  const parts = Float64Array.from({ length: n }, (_, i) => Math.max(minimum, Math.floor(share * weight(i))));
  settle(parts, total, (i) => share * weight(i), minimum);
  return parts;
}

/** Students a unit of weight once the entries that fall below the minimum are held at it. */
function shareAboveMinimum(total: number, n: number, weight: (i: number) => number, minimum: number): number {
  const held = new Uint8Array(n);
  for (;;) {
    let free = total;
    let sum = 0;
    for (let i = 0; i < n; i++) {
      if (held[i] === 1) free -= minimum;
      else sum += weight(i);
    }
    const share = sum > 0 ? free / sum : 0;
    let more = false;
    for (let i = 0; i < n; i++) {
      if (held[i] === 0 && share * weight(i) < minimum) {
        held[i] = 1;
        more = true;
      }
    }
    if (!more) return share;
  }
}

/** Hands out what rounding down has left, the largest remainders first. */
function settle(parts: Float64Array, total: number, exact: (i: number) => number, minimum: number): void {
  let left = total - sumOf(parts);
  const order = Array.from(parts.keys())
    .filter((i) => exact(i) >= minimum || minimum === 0)
    .sort((a, b) => exact(b) - parts[b]! - (exact(a) - parts[a]!) || a - b);
  const open = order.length > 0 ? order : Array.from(parts.keys());
  for (let k = 0; left > 0; k++, left--) parts[open[k % open.length]!]!++;
}

function sumOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] ?? 0;
  return sum;
}

function maxOf(values: ArrayLike<number>): number {
  let max = 0;
  for (let i = 0; i < values.length; i++) max = Math.max(max, values[i] ?? 0);
  return max;
}
