import { Futures, type BlockStore, type PlanOutline } from '../ensemble/index.js';
import { outcomes } from '../model/outcomes/index.js';
import { csvLines } from './csv-lines.js';
import { eachRow, resultColumns } from './results-table.js';

/**
 * All results as CSV, block by block. Numbers are written so that they read back to the same bits.
 *
 * @param sink receives the file in pieces
 */
export async function writeResultsCsv(
  plan: PlanOutline,
  store: Pick<BlockStore, 'get'>,
  sink: (text: string) => void | Promise<void>,
): Promise<void> {
  await sink(csvLines([resultColumns]));
  for (const block of plan.blocks) {
    const futures = new Futures(await store.get(block), plan);
    const rows: (string | number)[][] = [];
    eachRow(plan, block, (_, scenario, index, month) => {
      const numbers = outcomes.map((_outcome, o) => futures.at(index, scenario, o, month));
      rows.push([plan.scenarios[scenario]!.name, block.firstReplicate + index, month, ...numbers]);
    });
    await sink(csvLines(rows));
  }
}
