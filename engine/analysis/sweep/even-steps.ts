/**
 * Evenly spaced values from `low` to `high`, each the number nearest to its exact decimal: from 0.1 to 0.5 the middle is
 * 0.3, not 0.30000000000000004.
 *
 * @param count of the values, both ends included; at least 2
 */
export function evenSteps(low: number, high: number, count: number): number[] {
  const steps = count - 1;
  const scale = Number(`1e${Math.max(decimalsOf(low), decimalsOf(high))}`);
  const [from, to] = [Math.round(low * scale), Math.round(high * scale)];
  // One division of two exact whole numbers rounds once, and so to the nearest.
  const exact = [from * steps, to * steps, steps * scale].every(Number.isSafeInteger);
  return Array.from({ length: count }, (_, index) =>
    exact ? (from * (steps - index) + to * index) / (steps * scale) : low + (index / steps) * (high - low),
  );
}

function decimalsOf(value: number): number {
  const [digits = '', exponent = '0'] = String(value).split('e');
  return Math.max(0, (digits.split('.')[1] ?? '').length - Number(exponent));
}
