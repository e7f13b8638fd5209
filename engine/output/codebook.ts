import { outcomes } from '../model/outcomes/index.js';
import { csvLines } from './csv-lines.js';

const keys: readonly (readonly string[])[] = [
  ['scenario', 'Name of the scenario', 'text', '', ''],
  ['replicate', 'Number of the replicate, from 0; scenarios share the luck of a replicate', 'number', '', ''],
  ['month', 'Months since the start: 0 is the start, k the state after k months', 'months', '', ''],
];

/** What each column of the results means. */
export function codebookCsv(): string {
  return csvLines([
    ['column', 'label', 'unit', 'weighting', 'better'],
    ...keys,
    ...outcomes.map(({ id, label, unit, weighting, better }) => [id, label, unit.words, weighting, better]),
  ]);
}
