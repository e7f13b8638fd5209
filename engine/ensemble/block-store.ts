import type { Block } from './block-range.js';
import { countReplicates } from './block-range.js';
import type { RunDocument, CompareDocument } from './document.js';
import type { PlanOutline } from './plan.js';
import { Futures } from './futures.js';
import type { SeriesReader } from './series-reader.js';

/** Where finished blocks rest until all are there. */
export interface BlockStore extends SeriesReader {
  /** Whether it goes on using the arrays that it is given. */
  readonly keepsValues: boolean;
  has(block: Block): boolean;
  /** @param values shape [replicate][scenario][outcome][month]; safely kept once the promise is fulfilled */
  put(block: Block, values: Float64Array): void | Promise<void>;
  /** The values of one block, shape [replicate][scenario][outcome][month]. */
  get(block: Block): Float64Array | Promise<Float64Array>;
  /** The result, where an earlier run has finished it. */
  readonly document?: RunDocument | CompareDocument | undefined;
  /** Completes the store with the result. */
  finish?(document: RunDocument | CompareDocument): Promise<void>;
}

/** Keeps blocks in memory. */
export function memoryStore(plan: PlanOutline): BlockStore {
  const kept = new Map<number, Float64Array>();
  const total = countReplicates(plan.blocks);
  const valuesOf = ({ index }: Block): Float64Array => {
    const values = kept.get(index);
    if (!values) throw new Error(`block ${index} must be computed before it is read`);
    return values;
  };
  return {
    keepsValues: true,
    has: ({ index }) => kept.has(index),
    put({ index }, values) {
      kept.set(index, values);
    },
    get: valuesOf,
    read(scenario, first, count, out) {
      let column = 0;
      for (const block of plan.blocks) {
        const futures = new Futures(valuesOf(block), plan);
        for (let replicate = 0; replicate < block.replicates; replicate++, column++) {
          const world = futures.world(replicate, scenario);
          for (let series = 0; series < count; series++) {
            out[series * total + column] = world[first + series]!;
          }
        }
      }
    },
  };
}
