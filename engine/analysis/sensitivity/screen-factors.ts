import type { Executor } from '../../ensemble/index.js';
import type { Factor } from '../factors/factor.js';
import type { ResponseHooks } from '../respond/model-response.js';
import { sensitivity, type SensitivitySpec } from './sensitivity.js';

/** Trajectories of the screening: enough to tell what matters from what does not, not to rank the first places. */
const trajectories = 10;

/**
 * The factors that move an outcome most, by a short Morris screening: variance shares of dozens of factors would cost
 * ten times the runs and say no more of those that do nothing (Campolongo, Cariboni and Saltelli 2007).
 *
 * @param spec its first outcome decides
 * @param count factors to keep
 * @param always addresses that are kept whatever the screening says, where they are among the factors
 * @returns the kept factors, most important first
 */
export async function screenFactors(
  spec: Omit<SensitivitySpec, 'method' | 'samples'>,
  count: number,
  always: readonly string[],
  executor: Executor,
  hooks: Pick<ResponseHooks, 'signal' | 'onProgress'> = {},
): Promise<Factor[]> {
  const screening = { ...spec, method: 'morris', samples: trajectories } as const;
  const { document } = await sensitivity(screening, executor, hooks);
  const result = document.outcomes[spec.outcomes[0] ?? '']?.result;
  const importance = ({ address }: Factor): number =>
    result?.kind === 'morris' ? (result.effects[address]?.muStar.value ?? 0) : 0;
  const ranked = [...spec.factors].sort((a, b) => importance(b) - importance(a));
  const wanted = (factor: Factor): boolean => always.includes(factor.address);
  const others = ranked.filter((factor) => !wanted(factor));
  const kept = new Set([...ranked.filter(wanted), ...others].slice(0, count));
  return ranked.filter((factor) => kept.has(factor));
}
