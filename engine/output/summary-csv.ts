import {
  quantileNames,
  type Bands,
  type CompareDocument,
  type DifferenceBands,
  type RunDocument,
} from '../ensemble/index.js';
import { csvLines } from './csv-lines.js';

/**
 * Bands as a table: a row for each scenario, outcome and month. In a comparison rows with a baseline in `versus` hold
 * the paired difference to it; `better` and `tied` stand in the last month.
 */
export function summaryCsv(document: RunDocument | CompareDocument): string {
  const header = ['scenario', 'versus', 'outcome', 'month', 'mean', ...quantileNames, 'better', 'tied'];
  const rows: (string | number)[][] = [header];
  const add = (scenario: string, versus: string, id: string, bands: Bands | DifferenceBands): void => {
    bands.mean.forEach((mean, month) => {
      const last = month === bands.mean.length - 1 && 'tied' in bands;
      const shares = last ? [bands.better ?? '', bands.tied] : ['', ''];
      const quantiles = quantileNames.map((name) => bands[name][month]!);
      rows.push([scenario, versus, id, month, mean, ...quantiles, ...shares]);
    });
  };
  const scenarios = 'scenario' in document ? { [document.scenario]: document } : document.scenarios;
  for (const [name, { outcomes }] of Object.entries(scenarios)) {
    for (const [id, bands] of Object.entries(outcomes)) add(name, '', id, bands);
  }
  if ('baseline' in document) {
    for (const [name, differences] of Object.entries(document.differences)) {
      for (const [id, bands] of Object.entries(differences)) add(name, document.baseline, id, bands);
    }
  }
  return csvLines(rows);
}
