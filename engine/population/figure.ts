import { parameterIndex, parameters } from '../evidence/index.js';

/**
 * One figure of a population: a parameter that no replicate draws, because populations are the same in all.
 *
 * @throws Error when the evidence holds no such constant
 */
export function figure(id: string): number {
  const distribution = parameters[parameterIndex.get(id) ?? -1]?.distribution;
  if (distribution?.kind !== 'constant')
    throw new Error(`figure ${id} must be a constant in engine/evidence/parameters`);
  return distribution.value;
}
