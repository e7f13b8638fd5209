/**
 * Streams raw little-endian uint32 draws to standard output until the reader closes the pipe:
 *
 *   npm run --silent random -- --order agent | dieharder -a -g 200
 *   npm run --silent random -- --order tick --seed b --draw training.request | RNG_test stdin32
 */
import { endianness } from 'node:os';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { drawName, drawStream, rootKey, streamOrders } from '../../engine/random/index.js';

const usage = `usage: npm run --silent random -- [--order ${streamOrders.join('|')}] [--seed TEXT] [--draw NAME]`;

function* littleEndian(blocks: Iterable<Uint32Array>): Generator<Buffer> {
  for (const block of blocks) {
    const bytes = Buffer.from(block.buffer, block.byteOffset, block.byteLength);
    yield endianness() === 'LE' ? bytes : bytes.swap32();
  }
}

function blocksAsked(): Iterable<Uint32Array> {
  const { values } = parseArgs({
    options: {
      order: { type: 'string', default: 'agent' },
      seed: { type: 'string', default: 'a' },
      draw: { type: 'string', default: 'stream' },
    },
  });
  const order = streamOrders.find((known) => known === values.order);
  if (!order) throw new RangeError(`--order = ${values.order} must be one of ${streamOrders.join(', ')}`);
  return drawStream(rootKey(values.seed), drawName(values.draw), order);
}

function isClosedPipe(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EPIPE';
}

try {
  await pipeline(Readable.from(littleEndian(blocksAsked())), process.stdout);
} catch (error) {
  if (!isClosedPipe(error)) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
    process.exitCode = 2;
  }
}
