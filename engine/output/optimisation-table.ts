import Papa from 'papaparse';
import { type ArchivedMix, type MixStage, mixStages } from '../analysis/index.js';
import { csvLines } from './csv-lines.js';
import { hashColumn, wholeLines } from './hashed-lines.js';

const figures = ['gain', 'gain05', 'cost', 'cost90'] as const;

/** Columns of archive.csv: on which futures and in which generation a mix was run, its amounts, and what came of it. */
export function archiveColumns(addresses: readonly string[]): string[] {
  return ['stage', 'generation', ...addresses, ...figures, 'gains'];
}

/** Mixes as lines of archive.csv, without a head. Numbers are written so that they read back to the same bits. */
export function archiveRows(mixes: readonly ArchivedMix[]): string {
  if (mixes.length === 0) return '';
  return csvLines(
    mixes.map((archived) => [
      archived.stage,
      archived.generation,
      ...archived.mix,
      ...figures.map((name) => archived[name]),
      archived.gains.join(' '),
    ]),
  );
}

/**
 * Reads archive.csv back, finished or under way. Lines of one that is under way are left out where their hash says that
 * they are not whole.
 *
 * @returns undefined when its columns are others
 */
export function parseArchive(
  text: string,
  addresses: readonly string[],
): { readonly hashed: boolean; readonly mixes: ArchivedMix[] } | undefined {
  const end = text.indexOf('\n') + 1;
  const columns = archiveColumns(addresses);
  const hashed = text.slice(0, end) === csvLines([[...columns, hashColumn]]);
  if (!hashed && text.slice(0, end) !== csvLines([columns])) return undefined;
  const lines = text.slice(end);
  const { data } = Papa.parse<string[]>(hashed ? wholeLines(lines) : lines, { skipEmptyLines: true });
  const mixes = data
    .filter(({ length }) => length === columns.length)
    .map((cells) => parseMix(cells, addresses.length));
  return { hashed, mixes };
}

function parseMix([stage, generation, ...rest]: readonly string[], width: number): ArchivedMix {
  const [gain, gain05, cost, cost90] = rest.slice(width, width + figures.length).map(Number);
  return {
    stage: mixStages.find((name): name is MixStage => name === stage) ?? 'search',
    generation: Number(generation),
    mix: Float64Array.from(rest.slice(0, width), Number),
    gain: gain!,
    gain05: gain05!,
    cost: cost!,
    cost90: cost90!,
    gains: Float64Array.from(rest.at(-1)!.split(' '), Number),
  };
}

/** What each column of archive.csv means. */
export function archiveCodebook(
  factors: readonly { readonly address: string; readonly label: string; readonly unit: string }[],
  unit: string,
): string {
  return csvLines([
    ['column', 'label', 'unit'],
    [
      'stage',
      'Futures on which the mix was run: those of the search, or fresh ones for the judgement',
      'text',
    ],
    ['generation', 'Generation of the search that ran the mix, from 0; of a judgement, the last', 'number'],
    ...factors.map(({ address, label, unit: own }) => [address, label, own]),
    ['gain', 'Mean gain over the world without policy; more is better', unit],
    ['gain05', '5 percent quantile of the gain over the futures', unit],
    ['cost', 'Mean cost over the whole horizon', 'dollars'],
    ['cost90', '90 percent quantile of the cost over the futures', 'dollars'],
    ['gains', 'The gain in each future, apart by spaces', unit],
  ]);
}
