import type { Scenario } from '../../scenario/index.js';
import type { Factor } from '../factors/factor.js';
import { type LeverMix, ownMix, roundMix, singleMixes } from './lever-mix.js';

/**
 * Where a search begins: nothing, all amounts at their limits and what the scenario does, both whole and in parts, and
 * each amount alone at its limit.
 */
export function firstMixes(scenario: Scenario, factors: readonly Factor[]): LeverMix[] {
  const limits = limitsMix(factors);
  const parts = (mix: LeverMix): LeverMix[] =>
    [1, 0.75, 0.5, 0.25].map((share) => roundMix(shareOf(mix, share, factors), factors));
  const none = shareOf(limits, 0, factors);
  const mixes = [none, ...parts(limits), ...singleMixes(factors), ...parts(ownMix(scenario, factors))];
  return [...new Map(mixes.map((mix) => [mix.join(), mix])).values()];
}

/** All amounts at their limits. */
export function limitsMix(factors: readonly Factor[]): LeverMix {
  return roundMix(
    factors.map(({ high }) => high),
    factors,
  );
}

/** A mix as far from the least amounts as the share says. */
export function shareOf(mix: LeverMix, share: number, factors: readonly Factor[]): LeverMix {
  return mix.map((value, index) => factors[index]!.low + share * (value - factors[index]!.low));
}
