import { InputError } from '../input/index.js';

/**
 * Replicates a block. Fixed: blocks are reduced alone and merged in order, so that workers and shards never show in a
 * result. At 25 a block of Massachusetts takes a fraction of a second, which is what a crash can cost a worker.
 */
export const blockReplicates = 25;

/** A run of replicates that one worker computes at a time. */
export interface Block {
  /** Place in the whole ensemble, from 0. */
  readonly index: number;
  readonly firstReplicate: number;
  /** `blockReplicates`, or fewer in the last block. */
  readonly replicates: number;
}

/** Part `index` (from 1) of `of` parts of the blocks. */
export interface Shard {
  readonly index: number;
  readonly of: number;
}

/** All blocks of an ensemble, in order. */
export function cutBlocks(replicates: number): Block[] {
  return Array.from({ length: Math.ceil(replicates / blockReplicates) }, (_, index) => {
    const firstReplicate = index * blockReplicates;
    return { index, firstReplicate, replicates: Math.min(blockReplicates, replicates - firstReplicate) };
  });
}

/**
 * The blocks of one shard: whole and contiguous, so that shards in order are the ensemble in order.
 *
 * @throws InputError when there are more shards than blocks, as a shard without replicates has no result
 */
export function shardBlocks(blocks: readonly Block[], { index, of }: Shard): Block[] {
  if (of > blocks.length) {
    const rule = `must not have more shards than the ${blocks.length} blocks of ${blockReplicates} replicates`;
    const remedy = `use ${blocks.length} shards or fewer, or more replicates`;
    throw new InputError([{ path: 'shard', value: `${index}/${of}`, rule, remedy }]);
  }
  return blocks.slice(
    Math.floor(((index - 1) * blocks.length) / of),
    Math.floor((index * blocks.length) / of),
  );
}

/**
 * Reads `I/N`, counted from 1.
 *
 * @throws InputError when it is anything else
 */
export function parseShard(text: string): Shard {
  const match = /^(\d{1,6})\/(\d{1,6})$/.exec(text);
  const index = Number(match?.[1] ?? 0);
  const of = Number(match?.[2] ?? 0);
  if (index < 1 || index > of) {
    const rule = 'must be I/N with I from 1 to N';
    throw new InputError([{ path: 'shard', value: text, rule, remedy: 'for example 1/3' }]);
  }
  return { index, of };
}

/** Replicates in some blocks. */
export function countReplicates(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + block.replicates, 0);
}
