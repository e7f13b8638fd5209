import { requireInput } from '../../input/index.js';

/** How far each option falls short of the best one, future by future. */
export interface Regret {
  /** By option, then future: loss against the best option in that future, 0 or more, in the outcome's unit. */
  readonly regrets: readonly Float64Array[];
  /** Largest regret of each option. */
  readonly worst: Float64Array;
  /** Mean regret of each option over the futures. */
  readonly mean: Float64Array;
  /** Option with the smallest largest regret; of equals the one with the smaller mean, then the first. */
  readonly choice: number;
}

/**
 * Robust choice by minimax regret: which option is never far from the best, whatever the future?
 *
 * Sources: Savage, "The theory of statistical decision", Journal of the American Statistical Association 46 (1951),
 * 55-67; Lempert, Popper and Bankes, "Shaping the next one hundred years" (2003), for its use over many futures.
 *
 * @param outcomes by option, then future (the same futures for each option), in one unit
 * @param better which direction of the outcome is better
 * @throws InputError when there is no option or no future, the options' sizes differ or a value is not finite
 */
export function regret(outcomes: readonly ArrayLike<number>[], better: 'higher' | 'lower'): Regret {
  const futures = outcomes[0]?.length ?? 0;
  requireInput(
    futures > 0,
    'outcomes',
    futures,
    'must hold at least 1 option and 1 future',
    'run the options first',
  );
  outcomes.forEach((row, option) => {
    const holds = row.length === futures && Array.from(row).every(Number.isFinite);
    const rule = `must be ${futures} finite numbers, one for each future`;
    requireInput(
      holds,
      `outcomes[${option}]`,
      Array.from(row).join(', '),
      rule,
      'run every option in every future',
    );
  });
  const sign = better === 'higher' ? 1 : -1;
  const best = Float64Array.from({ length: futures }, (_, future) =>
    Math.max(...outcomes.map((row) => sign * row[future]!)),
  );
  const regrets = outcomes.map((row) => best.map((top, future) => top - sign * row[future]!));
  const worst = Float64Array.from(regrets, (row) => row.reduce((a, b) => Math.max(a, b)));
  const mean = Float64Array.from(regrets, (row) => row.reduce((a, b) => a + b) / futures);
  const choice = [...regrets.keys()].reduce((a, b) =>
    worst[b]! < worst[a]! || (worst[b] === worst[a] && mean[b]! < mean[a]!) ? b : a,
  );
  return { regrets, worst, mean, choice };
}
