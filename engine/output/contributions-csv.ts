import type { ContributionsDocument } from '../analysis/index.js';
import { csvLines } from './csv-lines.js';

/** What each lever contributes, as a table: a row a scenario, outcome and lever. */
export function contributionsCsv(documents: Readonly<Record<string, ContributionsDocument>>): string {
  const header = ['scenario', 'baseline', 'outcome', 'lever', 'mean', 'low', 'high', 'q05', 'q95'];
  const rows = Object.values(documents).flatMap(({ scenario, baseline, outcomes }) =>
    Object.entries(outcomes).flatMap(([outcome, { contributions }]) =>
      contributions.map(({ lever, mean, low, high, q05, q95 }) => [
        ...[scenario, baseline, outcome, lever],
        ...[mean, low, high, q05, q95],
      ]),
    ),
  );
  return csvLines([header, ...rows]);
}
