import { deepFreeze } from '../input/index.js';
import type { Block, PlanOutline } from '../ensemble/index.js';
import { outcomes } from '../model/outcomes/index.js';

/**
 * The long table of results: a row for each replicate, scenario and month, in this order; an outcome is a column. A
 * block is a run of whole rows, so tables grow block by block.
 */
export const resultColumns: readonly string[] = deepFreeze([
  'scenario',
  'replicate',
  'month',
  ...outcomes.map(({ id }) => id),
]);

/** Rows of a block of so many replicates. */
export function rowsOf({ scenarios, months }: PlanOutline, replicates: number): number {
  return replicates * scenarios.length * months;
}

/** Calls back for each row of a block with its keys; `index` counts the block's replicates. */
export function eachRow(
  { scenarios, months }: PlanOutline,
  block: Block,
  visit: (row: number, scenario: number, index: number, month: number) => void,
): void {
  let row = 0;
  for (let index = 0; index < block.replicates; index++) {
    for (let scenario = 0; scenario < scenarios.length; scenario++) {
      for (let month = 0; month < months; month++) {
        visit(row++, scenario, index, month);
      }
    }
  }
}
