import { sha256 } from '@noble/hashes/sha2.js';
import type { Block } from './block-range.js';
import type { BlockStore } from './block-store.js';
import type { Hash } from './executor.js';
import { Futures } from './futures.js';
import type { PlanOutline } from './plan.js';

/** SHA-256 in plain JavaScript: a page may have no secure context, and then no crypto of its own. */
export function portableHash(): Hash {
  return sha256.create();
}

/** SHA-256 of numbers as little-endian float64, in hexadecimal. */
export function digestNumbers(values: Float64Array, createHash: () => Hash = portableHash): string {
  const hash = createHash();
  hash.update(littleEndian(values));
  return hex(hash.digest());
}

/**
 * The digest of each scenario: SHA-256 over the little-endian float64 of all its replicates in order, each with its
 * outcomes sorted by id and their months. Takes blocks as they come and hashes them in order; a block that comes
 * early is read back from the store in its turn.
 */
export class RunDigest {
  private readonly hashes: readonly Hash[];
  private next = 0;
  private turn: Promise<void> = Promise.resolve();

  constructor(
    private readonly plan: PlanOutline,
    private readonly store: BlockStore,
    createHash: () => Hash = portableHash,
  ) {
    this.hashes = plan.scenarios.map(createHash);
  }

  /**
   * Hashes all that the store has, up to the first gap.
   *
   * @param fresh a block that was just stored, which then need not be read back
   */
  advance(fresh?: { readonly block: Block; readonly values: Float64Array }): Promise<void> {
    return (this.turn = this.turn.then(async () => {
      for (;;) {
        const block = this.plan.blocks[this.next];
        if (!block || !this.store.has(block)) return;
        this.add(block, fresh?.block === block ? fresh.values : await this.store.get(block));
        this.next++;
      }
    }));
  }

  /** Digests in hexadecimal, one a scenario; once, when all blocks are in the store. */
  async finish(): Promise<string[]> {
    await this.advance();
    const missing = this.plan.blocks[this.next];
    if (missing) throw new Error(`block ${missing.index} must be computed before the digest`);
    return this.hashes.map((hash) => hex(hash.digest()));
  }

  private add(block: Block, values: Float64Array): void {
    const futures = new Futures(values, this.plan);
    for (let replicate = 0; replicate < block.replicates; replicate++) {
      this.hashes.forEach((hash, scenario) => hash.update(littleEndian(futures.world(replicate, scenario))));
    }
  }
}

const isLittleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/** The bytes of numbers, least significant first, on any machine; a view where the machine stores them so. */
export function littleEndian(values: Float64Array): Uint8Array {
  if (isLittleEndian) return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  const view = new DataView(new ArrayBuffer(values.byteLength));
  values.forEach((value, index) => view.setFloat64(index * 8, value, true));
  return new Uint8Array(view.buffer);
}

export function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
