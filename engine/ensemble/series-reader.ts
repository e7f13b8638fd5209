/**
 * Gives the values of finished blocks back by series. A series is one outcome at one month, numbered by `firstSeries`.
 */
export interface SeriesReader {
  /**
   * Some series of one scenario over all blocks of the plan, in block order.
   *
   * @param out shape [series][replicate]
   */
  read(scenario: number, firstSeries: number, count: number, out: Float64Array): void | Promise<void>;
}
