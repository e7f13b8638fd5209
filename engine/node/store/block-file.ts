import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { littleEndian, worldLength, type Block, type PlanOutline } from '../../ensemble/index.js';
import { writeAtomic } from './atomic-file.js';
import { StoreError } from './store-error.js';

/** First bytes of every block file; the digit is the version of the format. */
const magic = 'ACCORDB1';
const headerBytes = 128;
const places = { numbers: 8, run: 32, checksum: 64 } as const;

/**
 * One block on disk: a header of 128 bytes (magic, block index, first replicate, replicates, scenarios, series, SHA-256 of
 * the run's identity, SHA-256 of the data), then float64 of shape [scenario][series][replicate]. Replicates come last so that
 * some series of a block are one read.
 */
export async function writeBlockFile(
  path: string,
  plan: PlanOutline,
  block: Block,
  identity: Uint8Array,
  values: Float64Array,
): Promise<void> {
  const data = spare.get(values.length)?.pop() ?? new Float64Array(values.length);
  turn(values, block.replicates, plan.scenarios.length * worldLength(plan.months), data);
  await writeAtomic(path, async (file) => {
    await file.writeFile(header(plan, block, identity, data));
    await file.writeFile(littleEndian(data));
  });
  spare.set(data.length, [...(spare.get(data.length) ?? []), data]);
}

/** Arrays to turn blocks in, used again: memory outside the heap is given back late. */
const spare = new Map<number, Float64Array[]>();

/** Whether a file holds exactly this block of this run, checked to the last bit. */
export function isBlockFile(path: string, plan: PlanOutline, block: Block, identity: Uint8Array): boolean {
  const width = plan.scenarios.length * worldLength(plan.months);
  const data = new Float64Array(block.replicates * width);
  const found = new Uint8Array(headerBytes);
  const file = openSync(path, 'r');
  try {
    if (fstatSync(file).size !== headerBytes + data.byteLength) return false;
    readSync(file, found, 0, headerBytes, 0);
    readNumbers(file, data, 0);
  } finally {
    closeSync(file);
  }
  return Buffer.compare(found, header(plan, block, identity, data)) === 0;
}

/** A whole block, shape [replicate][scenario][outcome][month]. */
export function readBlockFile(path: string, plan: PlanOutline, block: Block): Float64Array {
  const width = plan.scenarios.length * worldLength(plan.months);
  const data = new Float64Array(width * block.replicates);
  const file = openSync(path, 'r');
  try {
    readNumbers(file, data, 0);
  } finally {
    closeSync(file);
  }
  return turn(data, width, block.replicates, new Float64Array(data.length));
}

/** Some series of one scenario, shape [series][replicate], from the first that fits into `out`. */
export function readSeries(
  path: string,
  plan: PlanOutline,
  block: Block,
  scenario: number,
  firstSeries: number,
  out: Float64Array,
): void {
  const file = openSync(path, 'r');
  try {
    readNumbers(file, out, (scenario * worldLength(plan.months) + firstSeries) * block.replicates);
  } finally {
    closeSync(file);
  }
}

function header(plan: PlanOutline, block: Block, identity: Uint8Array, data: Float64Array): Uint8Array {
  const bytes = Buffer.alloc(headerBytes);
  bytes.write(magic, 'latin1');
  const numbers = [
    block.index,
    block.firstReplicate,
    block.replicates,
    plan.scenarios.length,
    worldLength(plan.months),
  ];
  numbers.forEach((value, index) => bytes.writeUInt32LE(value, places.numbers + 4 * index));
  bytes.set(identity, places.run);
  bytes.set(createHash('sha256').update(littleEndian(data)).digest(), places.checksum);
  return bytes;
}

/** Fills `out` with numbers from the file's data, from the given one on. */
function readNumbers(file: number, out: Float64Array, from: number): void {
  const bytes = new Uint8Array(out.buffer, out.byteOffset, out.byteLength);
  let done = 0;
  while (done < bytes.length) {
    const read = readSync(file, bytes, done, bytes.length - done, headerBytes + from * 8 + done);
    if (read === 0) throw new StoreError('a block file ends too early; delete it and go on with --resume');
    done += read;
  }
  if (littleEndian(out).buffer !== out.buffer) out.set(new Float64Array(littleEndian(out).buffer));
}

/** Transposes a matrix of the given shape. */
function turn(matrix: Float64Array, rows: number, columns: number, turned: Float64Array): Float64Array {
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      turned[column * rows + row] = matrix[row * columns + column]!;
    }
  }
  return turned;
}
