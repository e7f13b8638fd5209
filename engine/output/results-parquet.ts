import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import {
  blockReplicates,
  Futures,
  version,
  type Block,
  type BlockStore,
  type PlanOutline,
} from '../ensemble/index.js';
import { outcomes } from '../model/outcomes/index.js';
import { eachRow, rowsOf } from './results-table.js';

/** Rows a group: enough for readers to be fast, few enough to be held while they are written. */
const groupRows = 24_000;

/** Blocks in one row group: always whole blocks. */
export function blocksPerGroup(plan: PlanOutline): number {
  return Math.max(1, Math.floor(groupRows / rowsOf(plan, plan.blocks[0]!.replicates)));
}

/**
 * All results as Parquet, group by group, so that memory does not grow with the replicates. The bytes depend on
 * nothing but the results.
 *
 * @param sink receives the file in pieces; it must be done with a piece when its promise is fulfilled
 */
export async function writeResultsParquet(
  plan: PlanOutline,
  store: Pick<BlockStore, 'get'>,
  sink: (bytes: Uint8Array) => void | Promise<void>,
): Promise<void> {
  const writer = new ByteWriter();
  const flush = async (): Promise<void> => {
    await sink(writer.getBytes());
    writer.index = 0;
  };
  const file = new ParquetWriter({ writer, schema, createdBy: `accord-sim ${version}` });
  const size = blocksPerGroup(plan);
  const columns = columnsOf(size * rowsOf(plan, blockReplicates));
  for (let first = 0; first < plan.blocks.length; first += size) {
    const rows = await fillColumns(columns, plan, store, plan.blocks.slice(first, first + size));
    await file.write({ columnData: encodeColumns(columns, rows), rowGroupSize: rows });
    await flush();
  }
  await file.finish();
  await flush();
}

/** All results as a Parquet file in memory. */
export async function resultsParquet(plan: PlanOutline, store: BlockStore): Promise<Uint8Array[]> {
  const pieces: Uint8Array[] = [];
  await writeResultsParquet(plan, store, (bytes) => void pieces.push(bytes.slice()));
  return pieces;
}

const schema = [
  { name: 'root', num_children: 3 + outcomes.length },
  { name: 'scenario', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'REQUIRED' },
  { name: 'replicate', type: 'INT32', repetition_type: 'REQUIRED' },
  { name: 'month', type: 'INT32', repetition_type: 'REQUIRED' },
  ...outcomes.map(({ id }) => ({ name: id, type: 'DOUBLE' as const, repetition_type: 'REQUIRED' as const })),
] satisfies ConstructorParameters<typeof ParquetWriter>[0]['schema'];

/** The columns of the table, long enough for a group and used again for each. */
function columnsOf(rows: number) {
  return {
    names: new Array<string>(rows),
    replicates: new Int32Array(rows),
    months: new Int32Array(rows),
    figures: outcomes.map(() => new Float64Array(rows)),
  };
}
type Columns = ReturnType<typeof columnsOf>;

/** Fills the columns with some blocks and returns the number of rows. */
async function fillColumns(
  { names, replicates, months, figures }: Columns,
  plan: PlanOutline,
  store: Pick<BlockStore, 'get'>,
  blocks: readonly Block[],
): Promise<number> {
  let start = 0;
  for (const block of blocks) {
    const futures = new Futures(await store.get(block), plan);
    eachRow(plan, block, (row, scenario, index, month) => {
      const at = start + row;
      names[at] = plan.scenarios[scenario]!.name;
      replicates[at] = block.firstReplicate + index;
      months[at] = month;
      for (let o = 0; o < figures.length; o++) figures[o]![at] = futures.at(index, scenario, o, month);
    });
    start += rowsOf(plan, block.replicates);
  }
  return start;
}

function encodeColumns({ names, replicates, months, figures }: Columns, rows: number) {
  return [
    { name: 'scenario', data: names.slice(0, rows) },
    { name: 'replicate', data: replicates.subarray(0, rows) },
    { name: 'month', data: months.subarray(0, rows) },
    ...figures.map((data, index) => encodeFigures(outcomes[index]!.id, data.subarray(0, rows))),
  ];
}

const sampleRows = 1000;

/**
 * Counts and yearly figures repeat, and a dictionary makes them small; in the others looking for repetitions would cost
 * more than all the rest of writing. Bounds of each group, which let readers skip it, are for the keys only.
 */
function encodeFigures(name: string, data: Float64Array) {
  const sample = data.subarray(0, sampleRows);
  return new Set(sample).size < sample.length / 2
    ? { name, data, statistics: false, encoding: 'RLE_DICTIONARY' as const }
    : { name, data, statistics: false, encoding: 'PLAIN' as const, codec: 'UNCOMPRESSED' as const };
}
