import { meanOf } from '../../ensemble/index.js';
import { dominates, paretoFront, square } from '../../statistics/index.js';
import type { MixEvaluation } from './evaluate-mixes.js';
import { limitsMix } from './first-mixes.js';
import { asEvaluation, type OptimiseSpec } from './optimise-spec.js';

/** Standard errors of a paired difference beyond which it is no luck. */
const clear = 2;

/**
 * The mixes that none beats. All amounts at their limits stay where they are affordable, unless what beats them gains clearly
 * more: of many mixes that come near them one may seem better by luck, and would hide what there is at most.
 *
 * @param judged mixes within the budget, on the same futures
 */
export function judgedFront<T extends MixEvaluation>(judged: readonly T[], spec: OptimiseSpec): T[] {
  const evaluations = judged.map((mix) => asEvaluation(mix, spec));
  const front = paretoFront(evaluations);
  const beatsClearly = (one: number, other: number): boolean =>
    dominates(evaluations[one]!, evaluations[other]!) && gainsClearly(judged[one]!, judged[other]!);
  const most = limitsMix(spec.factors).join();
  const limits = judged.findIndex(({ mix }) => mix.join() === most);
  const stays = limits >= 0 && !front.includes(limits) && !front.some((index) => beatsClearly(index, limits));
  return (stays ? [...front, limits] : front).map((index) => judged[index]!);
}

/** Whether one gains more than another in the futures that they share, beyond luck; as much in all of them is enough. */
function gainsClearly({ gains }: MixEvaluation, { gains: others }: MixEvaluation): boolean {
  const differences = gains.map((gain, future) => gain - others[future]!);
  const mean = meanOf(differences);
  const squares = differences.reduce((sum, value) => sum + square(value - mean), 0);
  const { length } = differences;
  return mean >= clear * Math.sqrt(squares / Math.max(length - 1, 1) / length);
}
