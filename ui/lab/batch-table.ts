import { atHorizon } from '../../engine/telling/horizon.js';
import {
  formatDifference,
  formatDifferenceBand,
  formatValue,
  outOf100,
} from '../../engine/telling/format-value.js';
import type { CompareDocument } from '../../engine/ensemble/document.js';
import { outcomes } from '../../engine/model/outcomes/index.js';
import { wordsAfter } from '../../engine/model/unit.js';
import type { Table } from '../charts/chart.js';
import type { BatchResult } from './batch.js';
import { runningMiddle } from './running-middle.js';

/** Every outcome of a finished batch at the horizon, with how far chance still moves its middle. */
export function batchTable(document: CompareDocument, { differences }: BatchResult): Table {
  const [baseline, scenario] = [document.scenarios['baseline']!, document.scenarios['scenario']!];
  const rows = outcomes.map(({ id, label, unit }) => {
    const bands = document.differences['scenario']![id]!;
    const at = (values: readonly number[]): number => values.at(-1)!;
    const move = (value: number): string => formatDifference(value, unit);
    const error = runningMiddle(differences[id]!).at(-1);
    return [
      named(label, wordsAfter(unit)),
      formatValue(at(baseline.outcomes[id]!.q50), unit),
      formatValue(at(scenario.outcomes[id]!.q50), unit),
      formatDifferenceBand(atHorizon(bands), unit),
      error === undefined ? '' : `${move(error.errorLow)} to ${move(error.errorHigh)}`,
      bands.better === null ? '' : outOf100(bands.better),
    ];
  });
  return {
    caption: 'At the horizon: the middle of all futures, and in brackets where 90 of 100 futures lie',
    columns: ['Outcome', 'Baseline', 'Scenario', 'Difference', 'Middle, give or take chance', 'Better in'],
    rows,
  };
}

/** A label with its unit, unless it says it already. */
function named(label: string, unit: string): string {
  return label.toLowerCase().includes(unit) ? label : `${label}, ${unit}`;
}
