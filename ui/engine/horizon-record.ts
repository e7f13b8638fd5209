import type { Block } from '../../engine/ensemble/block-range.js';
import { memoryStore, type BlockStore } from '../../engine/ensemble/block-store.js';
import type { PlanOutline } from '../../engine/ensemble/plan.js';
import { seriesLength } from '../../engine/ensemble/series-length.js';
import { outcomes } from '../../engine/model/outcomes/index.js';

/** Blocks in memory, with what every future ends with at hand. */
export interface RecordingStore extends BlockStore {
  /** Futures that are there without a gap: 0 to this less one. */
  readonly inOrder: number;
  /** Scenario less baseline at the horizon by outcome id, of the futures without a gap, in their order. */
  differences(): Record<string, Float64Array>;
}

/** @param plan of two scenarios, the first of them the baseline */
export function recordingStore(plan: PlanOutline): RecordingStore {
  const store = memoryStore(plan);
  const { months, replicates, scenarios, blocks } = plan;
  const length = seriesLength(months);
  /** [outcome][replicate] */
  const gains = new Float64Array(outcomes.length * replicates);
  let whole = 0;
  const record = ({ firstReplicate, replicates: count }: Block, values: Float64Array): void => {
    for (let replicate = 0; replicate < count; replicate++) {
      const base = replicate * scenarios.length * length;
      for (let outcome = 0; outcome < outcomes.length; outcome++) {
        const end = base + (outcome + 1) * months - 1;
        gains[outcome * replicates + firstReplicate + replicate] = values[end + length]! - values[end]!;
      }
    }
  };
  return {
    ...store,
    async put(block, values) {
      await store.put(block, values);
      record(block, values);
      for (let next = blocks[whole]; next && store.has(next); next = blocks[whole]) whole++;
    },
    get inOrder() {
      const next = blocks[whole];
      return next === undefined ? replicates : next.firstReplicate;
    },
    differences() {
      const pick = (outcome: number): Float64Array =>
        gains.slice(outcome * replicates, outcome * replicates + this.inOrder);
      return Object.fromEntries(outcomes.map(({ id }, outcome) => [id, pick(outcome)]));
    },
  };
}
