import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import { version, type Block, type BlockStore, type PlanOutline } from '../ensemble/index.js';
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
 * @param sink receives the file in pieces
 */
export async function writeResultsParquet(
  plan: PlanOutline,
  store: Pick<BlockStore, 'get'>,
  sink: (bytes: Uint8Array) => void | Promise<void>,
): Promise<void> {
  const writer = new ByteWriter();
  const flush = async (): Promise<void> => {
    await sink(writer.getBytes().slice());
    writer.index = 0;
  };
  const file = new ParquetWriter({ writer, schema, createdBy: `accord-sim ${version}` });
  const size = blocksPerGroup(plan);
  for (let first = 0; first < plan.blocks.length; first += size) {
    const blocks = plan.blocks.slice(first, first + size);
    const columnData = await readColumns(plan, store, blocks);
    await file.write({ columnData, rowGroupSize: columnData[0]!.data.length });
    await flush();
  }
  await file.finish();
  await flush();
}

/** All results as a Parquet file in memory. */
export async function resultsParquet(plan: PlanOutline, store: BlockStore): Promise<Uint8Array[]> {
  const pieces: Uint8Array[] = [];
  await writeResultsParquet(plan, store, (bytes) => void pieces.push(bytes));
  return pieces;
}

const schema = [
  { name: 'root', num_children: 3 + outcomes.length },
  { name: 'scenario', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'REQUIRED' },
  { name: 'replicate', type: 'INT32', repetition_type: 'REQUIRED' },
  { name: 'month', type: 'INT32', repetition_type: 'REQUIRED' },
  ...outcomes.map(({ id }) => ({ name: id, type: 'DOUBLE' as const, repetition_type: 'REQUIRED' as const })),
] satisfies ConstructorParameters<typeof ParquetWriter>[0]['schema'];

async function readColumns(plan: PlanOutline, store: Pick<BlockStore, 'get'>, blocks: readonly Block[]) {
  const rows = blocks.reduce((sum, { replicates }) => sum + rowsOf(plan, replicates), 0);
  const names = new Array<string>(rows);
  const replicates = new Int32Array(rows);
  const months = new Int32Array(rows);
  const columns = outcomes.map(({ id }) => ({ name: id, data: new Float64Array(rows) }));
  let start = 0;
  for (const block of blocks) {
    const values = await store.get(block);
    eachRow(plan, block, (row, scenario, replicate, month, first) => {
      const at = start + row;
      names[at] = plan.scenarios[scenario]!.name;
      replicates[at] = replicate;
      months[at] = month;
      for (let o = 0; o < columns.length; o++) columns[o]!.data[at] = values[first + o * plan.months]!;
    });
    start += rowsOf(plan, block.replicates);
  }
  return [
    { name: 'scenario', data: names },
    { name: 'replicate', data: replicates },
    { name: 'month', data: months },
    ...columns,
  ];
}
