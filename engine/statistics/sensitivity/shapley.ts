import jstat from 'jstat';
import { requireCount, requireInput } from '../../input/index.js';
import { square } from '../estimate/square.js';

const mostPlayers = 16;

/** What one player contributes, in the value's unit. */
export interface Contribution {
  /** Mean over the replicates. */
  readonly mean: number;
  /** Ends of the t interval of the mean; NaN with a single replicate. */
  readonly low: number;
  readonly high: number;
  readonly standardError: number;
  /** The contribution in each replicate; over the players they sum to that replicate's total. */
  readonly replicates: Float64Array;
}

/**
 * Shapley values: each player's share of what all achieve together, the mean of what it adds over all orders of joining.
 *
 * Exact over all 2^players coalitions. The shares sum to value(all) - value(none) in every replicate. Common random
 * numbers in all coalitions make the intervals narrow: only then are the replicates pairs.
 *
 * Source: Shapley, "A value for n-person games", Contributions to the Theory of Games II (1953), 307-317.
 *
 * @param players 1 to 16, for example levers
 * @param value of a coalition in each replicate, given its members as bits (player 0 is bit 0); called once a coalition
 * @param level of the intervals; default 0.9
 * @returns one contribution a player
 * @throws InputError when the number of players is out of range or two coalitions differ in their replicates
 */
export function shapley(
  players: number,
  value: (coalition: number) => ArrayLike<number>,
  level = 0.9,
): Contribution[] {
  requireCount('players', players, 1);
  requireInput(
    players <= mostPlayers,
    'players',
    players,
    `must be at most ${mostPlayers}`,
    'group some players',
  );
  const values = Array.from({ length: 1 << players }, (_, coalition) => value(coalition));
  const size = values[0]!.length;
  requireCount('replicates', size, 1);
  values.forEach((row, coalition) => {
    const rule = `must be ${size}, as of coalition 0`;
    requireInput(
      row.length === size,
      `value(${coalition}).length`,
      row.length,
      rule,
      'use the same replicates in all',
    );
  });
  const weights = joiningWeights(players);
  return Array.from({ length: players }, (_, player) => {
    const replicates = new Float64Array(size);
    for (let coalition = 0; coalition < values.length; coalition++) {
      if (coalition & (1 << player)) continue;
      const weight = weights[countBits(coalition)]!;
      const without = values[coalition]!;
      const joined = values[coalition | (1 << player)]!;
      for (let r = 0; r < size; r++) replicates[r]! += weight * (joined[r]! - without[r]!);
    }
    return summarise(replicates, level);
  });
}

/** Share of the orders in which a player joins right after a given coalition of each size: s! (n - s - 1)! / n!. */
function joiningWeights(players: number): number[] {
  const weights = [1 / players];
  for (let size = 1; size < players; size++) weights.push((weights[size - 1]! * size) / (players - size));
  return weights;
}

function countBits(coalition: number): number {
  let count = 0;
  for (let rest = coalition; rest > 0; rest &= rest - 1) count++;
  return count;
}

function summarise(replicates: Float64Array, level: number): Contribution {
  const size = replicates.length;
  const mean = replicates.reduce((sum, one) => sum + one, 0) / size;
  const squares = replicates.reduce((sum, one) => sum + square(one - mean), 0);
  const standardError = Math.sqrt(squares / (size - 1) / size);
  const reach = jstat.studentt.inv((1 + level) / 2, size - 1) * standardError;
  return { mean, low: mean - reach, high: mean + reach, standardError, replicates };
}
