import type { Block } from './block-range.js';

/** A part of a block, small enough that all workers have something to do. */
export interface BlockPart {
  readonly block: Block;
  /** The replicates of this part, under the index of the block. */
  readonly range: Block;
}

/** Cuts each block into about equal parts; where in a block a replicate is computed never shows in its values. */
export function cutParts(blocks: readonly Block[], partsOfEach: number): BlockPart[] {
  return blocks.flatMap((block) => {
    const parts = Math.min(Math.max(1, partsOfEach), block.replicates);
    const start = (part: number): number => Math.floor((part * block.replicates) / parts);
    return Array.from({ length: parts }, (_, part) => ({
      block,
      range: {
        index: block.index,
        firstReplicate: block.firstReplicate + start(part),
        replicates: start(part + 1) - start(part),
      },
    }));
  });
}

/** Puts parts together; answers with the whole block when its last part comes. */
export function joinParts(): (part: BlockPart, values: Float64Array) => Float64Array | undefined {
  const open = new Map<number, { readonly whole: Float64Array; missing: number }>();
  return ({ block, range }, values) => {
    if (range.replicates === block.replicates) return values;
    const length = values.length / range.replicates;
    const known = open.get(block.index);
    const joined = known ?? { whole: new Float64Array(block.replicates * length), missing: block.replicates };
    open.set(block.index, joined);
    joined.whole.set(values, (range.firstReplicate - block.firstReplicate) * length);
    joined.missing -= range.replicates;
    if (joined.missing > 0) return undefined;
    open.delete(block.index);
    return joined.whole;
  };
}
