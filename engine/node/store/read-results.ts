import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { asyncBufferFromFile, parquetMetadataAsync, parquetRead, type FileMetaData } from 'hyparquet';
import Papa from 'papaparse';
import { Futures, type Block, type PlanOutline } from '../../ensemble/index.js';
import type { ResultFormat } from '../../output/manifest.js';
import { eachRow, resultColumns, rowsOf } from '../../output/results-table.js';
import { StoreError } from './store-error.js';

/** A block read back from results, shape [replicate][scenario][outcome][month]. */
export interface ReadBlock {
  readonly block: Block;
  readonly values: Float64Array;
}

/** Some rows of the table, by column; `at` gives a cell as it is in the file. */
interface Rows {
  readonly count: number;
  at(column: number, row: number): unknown;
}

/**
 * Reads the results of a directory block by block, in order, in constant memory.
 *
 * @throws StoreError when the file is damaged or is not the table of this plan
 */
export async function* readResults(
  directory: string,
  plan: PlanOutline,
  format: ResultFormat,
): AsyncGenerator<ReadBlock> {
  const path = join(directory, `results.${format}`);
  let next = 0;
  try {
    for await (const rows of format === 'csv' ? csvRows(path, plan) : parquetRows(path)) {
      for (let start = 0; start < rows.count; next++) {
        const block = plan.blocks[next];
        if (!block) throw new StoreError('it has more rows than its manifest says');
        yield { block, values: takeBlock(plan, block, rows, start) };
        start += rowsOf(plan, block.replicates);
      }
    }
  } catch (error) {
    throw new StoreError(`${path}: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
  if (next < plan.blocks.length) throw new StoreError(`${path}: it has fewer rows than its manifest says`);
}

function takeBlock(plan: PlanOutline, block: Block, rows: Rows, start: number): Float64Array {
  const futures = Futures.allocate(plan, block.replicates);
  if (start + rowsOf(plan, block.replicates) > rows.count) throw new StoreError('it ends inside a block');
  eachRow(plan, block, (row, scenario, index, month) => {
    const at = start + row;
    const replicate = block.firstReplicate + index;
    const { name } = plan.scenarios[scenario]!;
    if (rows.at(0, at) !== name || Number(rows.at(1, at)) !== replicate || Number(rows.at(2, at)) !== month) {
      throw new StoreError(`it must have ${name}, replicate ${replicate}, month ${month} in its place`);
    }
    for (let column = 3; column < resultColumns.length; column++) {
      futures.set(index, scenario, column - 3, month, Number(rows.at(column, at)));
    }
  });
  return futures.values;
}

async function* parquetRows(path: string): AsyncGenerator<Rows> {
  const file = await asyncBufferFromFile(path);
  const metadata: FileMetaData = await parquetMetadataAsync(file);
  let rowStart = 0;
  for (const group of metadata.row_groups) {
    const count = Number(group.num_rows);
    const columns = new Map<string, ArrayLike<unknown>[]>();
    await parquetRead({
      file,
      metadata,
      rowStart,
      rowEnd: rowStart + count,
      onChunk({ columnName, columnData }) {
        columns.set(columnName, [...(columns.get(columnName) ?? []), columnData]);
      },
    });
    const joined = resultColumns.map((name) => joinPieces(columns.get(name), count));
    yield { count, at: (column, row) => joined[column]![row] };
    rowStart += count;
  }
}

function joinPieces(pieces: ArrayLike<unknown>[] | undefined, count: number): ArrayLike<unknown> {
  const joined = pieces?.length === 1 ? pieces[0]! : (pieces ?? []).flatMap((piece) => Array.from(piece));
  if (joined.length !== count) throw new StoreError('a column is missing or too short');
  return joined;
}

async function* csvRows(path: string, plan: PlanOutline): AsyncGenerator<Rows> {
  let header: readonly string[] | undefined;
  let rows: string[][] = [];
  let block = 0;
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    const cells = Papa.parse<string[]>(line).data[0] ?? [];
    if (!header) {
      header = cells;
      if (header.join() !== resultColumns.join())
        throw new StoreError('its columns must be those of the codebook');
      continue;
    }
    rows.push(cells);
    if (rows.length === rowsOf(plan, plan.blocks[block]?.replicates ?? 0)) {
      const taken = rows;
      yield { count: taken.length, at: (column, row) => taken[row]?.[column] };
      rows = [];
      block++;
    }
  }
  if (rows.length > 0) throw new StoreError('it ends inside a block');
}
