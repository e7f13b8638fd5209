import Papa from 'papaparse';
import {
  summaryNames,
  type PointValue,
  type RunSummary,
  type SweepFactor,
  type SweepRun,
} from '../analysis/index.js';
import { outcomes as allOutcomes } from '../model/outcomes/index.js';
import { csvLines } from './csv-lines.js';
import { hashColumn, wholeLines } from './hashed-lines.js';

/** Columns of runs.csv: the run and why it failed, its factors, and for each outcome what its replicates end with. */
export function sweepColumns(addresses: readonly string[], outcomes: readonly string[]): string[] {
  const summaries = outcomes.flatMap((id) => summaryNames.map((name) => `${id}_${name}`));
  return ['run', 'error', ...addresses, ...summaries];
}

/** Runs as lines of runs.csv, without a head. Numbers are written so that they read back to the same bits. */
export function sweepRows(runs: readonly SweepRun[], outcomes: readonly string[]): string {
  return csvLines(
    runs.map(({ run, point, error, summaries }) => [
      run,
      error.replace(/\s+/g, ' '),
      ...point.map((value) => value ?? ''),
      ...outcomes.flatMap((_, place) => summaryNames.map((name) => summaries[place]?.[name] ?? '')),
    ]),
  );
}

/** The head of a runs.csv that grows, with a hash on each line. */
export function hashedHead(addresses: readonly string[], outcomes: readonly string[]): string {
  return csvLines([[...sweepColumns(addresses, outcomes), hashColumn]]);
}

/**
 * Reads runs.csv back, finished or under way. Lines of one that is under way are left out where their hash says that
 * they are not whole.
 *
 * @returns undefined when its columns are others
 */
export function parseSweepRuns(
  text: string,
  addresses: readonly string[],
  outcomes: readonly string[],
): { readonly hashed: boolean; readonly runs: SweepRun[] } | undefined {
  const end = text.indexOf('\n') + 1;
  const hashed = text.slice(0, end) === hashedHead(addresses, outcomes);
  const columns = sweepColumns(addresses, outcomes);
  if (!hashed && text.slice(0, end) !== csvLines([columns])) return undefined;
  const lines = text.slice(end);
  const table = hashed ? wholeLines(lines) : lines;
  const runs = Papa.parse<string[]>(table, { skipEmptyLines: true })
    .data.filter((cells) => cells.length === columns.length)
    .map((cells) => parseRun(cells, addresses, outcomes));
  return { hashed, runs };
}

function parseRun(
  [run = '', error = '', ...rest]: readonly string[],
  addresses: readonly string[],
  outcomes: readonly string[],
): SweepRun {
  const figures = rest.slice(addresses.length).map(Number);
  const width = summaryNames.length;
  return {
    run: Number(run),
    error,
    point: rest.slice(0, addresses.length).map(pointValue),
    summaries:
      error === ''
        ? outcomes.map((_, place) => summaryOf(figures.slice(place * width, (place + 1) * width)))
        : [],
  };
}

function pointValue(cell: string): PointValue {
  if (cell === '') return null;
  const value = Number(cell);
  return Number.isNaN(value) ? cell : value;
}

function summaryOf(figures: readonly number[]): RunSummary {
  const [mean = NaN, sd = NaN, q05 = NaN, q50 = NaN, q95 = NaN] = figures;
  return { mean, sd, q05, q50, q95 };
}

const summaryLabels: Readonly<Record<(typeof summaryNames)[number], string>> = {
  mean: 'mean',
  sd: 'standard deviation',
  q05: '5 percent quantile',
  q50: 'median',
  q95: '95 percent quantile',
};

/** What each column of runs.csv means. */
export function sweepCodebook(factors: readonly SweepFactor[]): string {
  const summaries = allOutcomes.flatMap(({ id, label, unit }) =>
    summaryNames.map((name) => [
      `${id}_${name}`,
      `${label}: ${summaryLabels[name]} over the replicates`,
      unit.words,
    ]),
  );
  return csvLines([
    ['column', 'label', 'unit'],
    ['run', 'Number of the run in the design, from 0', 'number'],
    ['error', 'Why the run failed; empty when it is done', 'text'],
    ...factors.map(({ address, label, unit }) => [address, label, unit]),
    ...summaries,
  ]);
}
