/**
 * The largest of the `count` smallest numbers, by Hoare's quickselect.
 *
 * @param values reordered in place; no NaN
 * @param count 1 or more; with `values.length` or more the largest of all
 */
export function smallestLimit(values: Float64Array, count: number): number {
  const k = Math.min(count, values.length) - 1;
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const pivot = values[(low + high) >> 1]!;
    let i = low;
    let j = high;
    while (i <= j) {
      while (values[i]! < pivot) i++;
      while (values[j]! > pivot) j--;
      if (i > j) break;
      const swapped = values[i]!;
      values[i++] = values[j]!;
      values[j--] = swapped;
    }
    if (k <= j) high = j;
    else if (k >= i) low = i;
    else break;
  }
  return values[k]!;
}
