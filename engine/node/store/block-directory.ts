import { createHash } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  blockReplicates,
  canonicalJson,
  countReplicates,
  type Block,
  type BlockStore,
  type PlanOutline,
} from '../../ensemble/index.js';
import type { RunIdentity } from '../../output/manifest.js';
import { isTemporary, makeDirectory } from './atomic-file.js';
import { isBlockFile, readBlockFile, readSeries, writeBlockFile } from './block-file.js';
import { atPath, errorCode } from './store-error.js';

/** Finished blocks as files; what an interrupted run leaves behind and a resumed one starts from. */
export interface BlockDirectory extends BlockStore {
  /** Deletes all blocks, when their results are written. */
  remove(): Promise<void>;
}

/**
 * Opens `blocks/` in an output directory. Blocks that are whole and belong to this run are kept, other ones and
 * half-written ones are deleted, and so are all when they have served. A file of another name is somebody else's and stays.
 */
export async function openBlockDirectory(
  directory: string,
  plan: PlanOutline,
  identity: RunIdentity,
): Promise<BlockDirectory> {
  const path = join(directory, 'blocks');
  const run = createHash('sha256').update(canonicalJson(identity)).digest();
  const nameOf = (block: Block): string => `${String(block.index).padStart(6, '0')}.block`;
  const fileOf = (block: Block): string => join(path, nameOf(block));
  const kept = new Set<number>();
  await makeDirectory(path);
  await atPath(path, () => {
    const names = new Set(readdirSync(path).filter(isOwn));
    for (const block of plan.blocks) {
      const name = nameOf(block);
      if (names.has(name) && isBlockFile(fileOf(block), plan, block, run)) {
        kept.add(block.index);
        names.delete(name);
      }
    }
    for (const name of names) rmSync(join(path, name), { force: true });
  });
  const total = countReplicates(plan.blocks);
  return {
    keepsValues: false,
    has: ({ index }) => kept.has(index),
    async put(block, values) {
      await writeBlockFile(fileOf(block), plan, block, run, values);
      kept.add(block.index);
    },
    get: (block) => atPath(fileOf(block), () => readBlockFile(fileOf(block), plan, block)),
    async read(scenario, firstSeries, count, out) {
      const piece = new Float64Array(count * blockReplicates);
      let column = 0;
      for (const block of plan.blocks) {
        const { replicates } = block;
        const file = fileOf(block);
        await atPath(file, () => {
          readSeries(file, plan, block, scenario, firstSeries, piece.subarray(0, count * replicates));
        });
        for (let series = 0; series < count; series++) {
          const to = series * total + column;
          for (let r = 0; r < replicates; r++) out[to + r] = piece[series * replicates + r]!;
        }
        column += replicates;
      }
    },
    async remove() {
      for (const name of readdirSync(path).filter(isOwn)) await rm(join(path, name), { force: true });
      await rmdir(path).catch((error: unknown) => {
        if (errorCode(error) !== 'ENOTEMPTY') throw error;
      });
    },
  };
}

function isOwn(name: string): boolean {
  return /^\d{6,}\.block$/.test(name) || isTemporary(name);
}
