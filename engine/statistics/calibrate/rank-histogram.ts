import jstat from 'jstat';
import { requireCount, requireInput } from '../../input/index.js';
import { square } from '../estimate/square.js';

/** Ranks in equal bins, and a test that they are uniform. */
export interface RankHistogram {
  /** Ranks in each bin. */
  readonly counts: Uint32Array;
  /** Ranks that each bin would hold on average if they were uniform. */
  readonly expected: number;
  readonly chiSquare: number;
  /** Chance of so large a chi-square, on `bins - 1` degrees of freedom, if the ranks were uniform. */
  readonly p: number;
}

/** Rank of a value among draws: how many of them are smaller, 0 to their number. */
export function rankAmong(value: number, draws: ArrayLike<number>): number {
  let rank = 0;
  for (let index = 0; index < draws.length; index++) if (draws[index]! < value) rank++;
  return rank;
}

/**
 * Histogram of ranks with a chi-square test of uniformity.
 *
 * A heap in the middle says that the draws spread too widely, heaps at both ends too narrowly, a slope that they are
 * biased (Talts, Betancourt, Simpson, Vehtari and Gelman 2018).
 *
 * @param ranks each 0..draws
 * @param draws that each was ranked among; draws + 1 must be a multiple of the bins, or some bins hold more ranks
 * @param bins 2 or more, with at least five ranks each for the test to hold; default 20
 * @throws InputError when a rank or a setting breaks its rule
 */
export function rankHistogram(ranks: ArrayLike<number>, draws: number, bins = 20): RankHistogram {
  requireCount('bins', bins, 2);
  const whole = (draws + 1) % bins === 0;
  const remedy = `draw ${bins * Math.max(1, Math.round((draws + 1) / bins)) - 1} instead`;
  requireInput(whole, 'draws', draws, `must be one less than a multiple of ${bins}, the bins`, remedy);
  requireCount('ranks.length', ranks.length, 1);
  const counts = new Uint32Array(bins);
  for (const rank of Array.from(ranks)) {
    const holds = Number.isInteger(rank) && rank >= 0 && rank <= draws;
    requireInput(holds, 'ranks', rank, `must be an integer in 0..${draws}`, 'rank with rankAmong');
    counts[Math.floor((rank * bins) / (draws + 1))]!++;
  }
  const expected = ranks.length / bins;
  const chiSquare = counts.reduce((sum, count) => sum + square(count - expected) / expected, 0);
  return { counts, expected, chiSquare, p: 1 - jstat.chisquare.cdf(chiSquare, bins - 1) };
}
