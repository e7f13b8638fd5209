import { rankAmong, rankHistogram, type RankHistogram } from './rank-histogram.js';
import { requireCount, requireInput } from '../../input/index.js';

/** One repetition: parameters drawn from the prior, and posterior draws fitted to data simulated from them. */
export interface CalibrationRepeat {
  /** One number a parameter. */
  readonly truth: ArrayLike<number>;
  /** Equally weighted posterior draws, each one number a parameter; equally many in every repetition. */
  readonly draws: readonly ArrayLike<number>[];
}

/** Settings of `simulationBasedCalibration`. */
export interface CalibrationOptions {
  /** Repetitions, 1 or more. */
  readonly repeats: number;
  /** Bins of the histograms; default 20. */
  readonly bins?: number;
  /** Called after each repetition with the number done. */
  readonly onProgress?: (done: number) => void;
}

/** Ranks of the truth among posterior draws, parameter by parameter. */
export interface CalibrationCheck {
  /** By parameter, then repetition. */
  readonly ranks: readonly Uint32Array[];
  /** By parameter. */
  readonly histograms: readonly RankHistogram[];
}

/**
 * Simulation-based calibration: over truths from the prior, the ranks of the truth among correct posterior draws are
 * uniform.
 *
 * Source: Talts, Betancourt, Simpson, Vehtari and Gelman, "Validating Bayesian inference algorithms with
 * simulation-based calibration", arXiv:1804.06788 (2018). Parameters must be continuous: ties count as not smaller.
 *
 * @param once does repetition 0, 1, ...: draws a truth, simulates, fits, and returns both
 * @throws InputError when the repetitions differ in size, or the draws do not fit the bins (see `rankHistogram`)
 */
export async function simulationBasedCalibration(
  once: (repeat: number) => Promise<CalibrationRepeat> | CalibrationRepeat,
  options: CalibrationOptions,
): Promise<CalibrationCheck> {
  const { repeats, bins = 20, onProgress } = options;
  requireCount('repeats', repeats, 1);
  const ranks: Uint32Array[] = [];
  let size = 0;
  for (let repeat = 0; repeat < repeats; repeat++) {
    const { truth, draws } = await once(repeat);
    if (repeat === 0) size = draws.length;
    const rule = `must be ${size}, as in the first repetition`;
    requireInput(
      draws.length === size,
      `draws of repetition ${repeat}`,
      draws.length,
      rule,
      'resample to one size',
    );
    for (let parameter = 0; parameter < truth.length; parameter++) {
      const column = draws.map((draw) => draw[parameter]!);
      (ranks[parameter] ??= new Uint32Array(repeats))[repeat] = rankAmong(truth[parameter]!, column);
    }
    onProgress?.(repeat + 1);
  }
  return { ranks, histograms: ranks.map((column) => rankHistogram(column, size, bins)) };
}
