import { addressedUniform, type AddressedUniform, shuffledIndices } from '../draws/addressed-uniform.js';
import { requireCount, requireInput } from '../../input/index.js';
import { spreadTrajectories } from './spread-trajectories.js';

/** Settings of `morrisSample`. */
export interface MorrisOptions {
  /** Any non-empty text. */
  readonly seed: string;
  /** Trajectories to run; default 20. */
  readonly trajectories?: number;
  /** Levels of the grid, even; default 4. */
  readonly levels?: number;
  /** Random trajectories of which the most spread are kept; default `trajectories`: all of them. */
  readonly candidates?: number;
}

/** Points to evaluate, and what `morrisIndices` needs to read the responses. */
export interface MorrisSample {
  readonly dimensions: number;
  readonly trajectories: number;
  /** `trajectories * (dimensions + 1)` points of the unit cube, a trajectory after the other. */
  readonly points: readonly Float64Array[];
}

/**
 * Trajectories of the elementary effects method: each step moves one factor by half the grid, every factor once.
 *
 * Trajectories have their own draws: more of them leave the first ones as they were (without `candidates`).
 *
 * Sources: Morris, "Factorial sampling plans for preliminary computational experiments", Technometrics 33 (1991),
 * 161-174; the choice of spread trajectories from Campolongo, Cariboni and Saltelli, "An effective screening design for
 * sensitivity analysis of large models", Environmental Modelling and Software 22 (2007), 1509-1518.
 *
 * @param dimensions factors, 1 or more; unit coordinate 0 is the low and 1 the high end of a range, both are run
 * @throws InputError when a setting breaks its rule
 */
export function morrisSample(dimensions: number, options: MorrisOptions): MorrisSample {
  const { seed, trajectories = 20, levels = 4, candidates = trajectories } = options;
  requireCount('dimensions', dimensions, 1);
  requireCount('trajectories', trajectories, 1);
  requireCount('candidates', candidates, trajectories);
  requireInput(
    Number.isInteger(levels / 2) && levels > 0,
    'levels',
    levels,
    'must be an even number of at least 2',
    'give 4, 6 or 8: an odd grid leaves its middle level unequally used',
  );
  const draw = addressedUniform(seed, 'morris trajectory');
  const drawn = Array.from({ length: candidates }, (_, index) => trajectory(dimensions, levels, index, draw));
  const chosen = candidates > trajectories ? spreadTrajectories(drawn, trajectories) : drawn;
  return { dimensions, trajectories, points: chosen.flat() };
}

function trajectory(
  dimensions: number,
  levels: number,
  index: number,
  draw: AddressedUniform,
): Float64Array[] {
  const half = levels / 2;
  const order = shuffledIndices(dimensions, (factor) => draw(0, index, factor));
  const point = Float64Array.from({ length: dimensions }, (_, factor) => {
    const up = draw(1, index, factor) < 0.5;
    return (Math.floor(draw(2, index, factor) * half) + (up ? 0 : half)) / (levels - 1);
  });
  const points = [point.slice()];
  for (const factor of order) {
    // Half the grid: each level has one partner, hence every level is used equally often.
    const level = Math.round(point[factor]! * (levels - 1));
    point[factor] = (level < half ? level + half : level - half) / (levels - 1);
    points.push(point.slice());
  }
  return points;
}
