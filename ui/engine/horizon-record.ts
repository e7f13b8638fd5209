import { memoryStore, type BlockStore } from '../../engine/ensemble/block-store.js';
import { HorizonValues } from '../../engine/ensemble/horizon-values.js';
import type { PlanOutline } from '../../engine/ensemble/plan.js';

/** Blocks in memory, with what every future ends with at hand. */
export interface RecordingStore extends BlockStore {
  readonly horizon: HorizonValues;
}

export function recordingStore(plan: PlanOutline): RecordingStore {
  const store = memoryStore(plan);
  const horizon = new HorizonValues(plan);
  return {
    ...store,
    horizon,
    async put(block, values) {
      await store.put(block, values);
      horizon.add(block, values);
    },
  };
}
