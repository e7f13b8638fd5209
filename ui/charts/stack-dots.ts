/** Most columns that a chart of dots takes. */
const MOST = 24;

/** Values that share a place on the axis, ascending. */
export interface DotColumn {
  readonly from: number;
  readonly to: number;
  readonly values: readonly number[];
}

export interface Dots {
  /** Columns of one width, side by side, the empty ones between others included. */
  readonly columns: readonly DotColumn[];
  /** Futures that a dot stands for. */
  readonly each: number;
}

/**
 * A hundred evenly spaced quantiles (all values where there are fewer), stacked in columns of a round width whose edges
 * include zero: a quantile dot plot (Kay et al. 2016), in which chances are counted instead of read off an area.
 *
 * @param sorted ascending, at least one
 * @param whole whether the values are counts, so that no column is narrower than one
 */
export function stackDots(sorted: Float64Array, whole: boolean): Dots {
  const count = Math.min(100, sorted.length);
  const values = Array.from(
    { length: count },
    (_, dot) => sorted[Math.floor(((dot + 0.5) / count) * sorted.length)]!,
  );
  const width = roundWidth((values.at(-1)! - values[0]!) / (MOST - 1), whole ? 1 : 0);
  const first = Math.floor(values[0]! / width);
  const last = Math.floor(values.at(-1)! / width);
  const columns = Array.from({ length: last - first + 1 }, (_, place) => ({
    from: (first + place) * width,
    to: (first + place + 1) * width,
    values: values.filter((value) => Math.floor(value / width) === first + place),
  }));
  return { columns, each: sorted.length / count };
}

/** The smallest of 1, 2, 5, 10, 20, 50 … (and their tenths) that is no smaller than asked. */
function roundWidth(wanted: number, least: number): number {
  const width = Math.max(wanted, least);
  if (width === 0) return 1;
  const power = 10 ** Math.floor(Math.log10(width));
  return power * [1, 2, 5, 10].find((step) => step * power >= width * (1 - 1e-9))!;
}
