import type { BlockStore } from '../../engine/ensemble/block-store.js';
import type { PlanOutline } from '../../engine/ensemble/plan.js';
import { outcomes } from '../../engine/model/outcomes/index.js';

/**
 * Second scenario minus first at the horizon, future by future, of all blocks that are finished.
 *
 * @returns by outcome id, one value a future in the order of the futures; empty arrays before the first block
 */
export async function horizonDifferences(
  { blocks, months }: PlanOutline,
  store: BlockStore,
): Promise<Record<string, Float64Array>> {
  const length = outcomes.length * months;
  const found = outcomes.map((): number[] => []);
  for (const block of blocks.filter((one) => store.has(one))) {
    const values = await store.get(block);
    for (let future = 0; future < block.replicates; future++) {
      const first = 2 * future * length;
      found.forEach((differences, outcome) => {
        const last = first + (outcome + 1) * months - 1;
        differences.push(values[last + length]! - values[last]!);
      });
    }
  }
  return Object.fromEntries(outcomes.map(({ id }, outcome) => [id, Float64Array.from(found[outcome]!)]));
}
