import type { Problem } from '../../input/index.js';
import { assemble } from '../assemble.js';
import type { Population } from '../population.js';
import { CellReader, parseMonth } from './cells.js';
import { csvColumns } from './column-names.js';
import { recogniseColumns, type Columns } from './columns.js';
import { readDistrictRows } from './district-rows.js';
import { Findings, type ImportWarning } from './findings.js';
import { readSchoolRows, type Charters } from './school-rows.js';
import { readTable } from './table.js';

export interface CsvOptions {
  /** The file as the user named it; stands before every problem. */
  readonly path: string;
  /** Default: the file's base name. */
  readonly id?: string;
  readonly title?: string;
  /** First month of the run, `YYYY-MM`; needed when the file has contract expiries. */
  readonly firstMonth?: string;
  /** Default: keep, with a warning. */
  readonly charters?: Charters;
}

export type CsvResult =
  | { readonly population: Population; readonly warnings: readonly ImportWarning[] }
  | { readonly problems: readonly Problem[] };

/**
 * Reads the user's own districts: one row a district, or one row a school with its district's name or code. Pure and
 * free of any runtime, so that it can be called in a worker; 20,000 rows take about a second.
 *
 * Needs the columns district, students, and low-income students, percent or share. Takes schools, educators, region,
 * state, English learners, contract expiry (YYYY-MM); for school rows also type or grades, charter and API. Knows the
 * names of the national (CCD, ELSI) and Massachusetts files. Nothing is guessed in silence: what is left out or assumed
 * is a warning, what cannot be read is a problem with line, column, value and rule, and all problems come at once.
 */
export function parsePopulationCsv(text: string, options: CsvOptions): CsvResult {
  const findings = new Findings(options.path);
  const table = readTable(text, findings);
  if (!table) return { problems: findings.problems };
  const { cells: headerCells, line } = table.header;
  const ragged = findings.count;
  const columns = recogniseColumns(headerCells, line, findings);
  checkFirstMonth(columns, line, options.firstMonth, findings);
  if (findings.count > ragged) return { problems: findings.problems };
  const cells = new CellReader(columns, findings);
  const drafts = cells.has('school')
    ? readSchoolRows(cells, table.rows, options.firstMonth, options.charters ?? 'keep')
    : readDistrictRows(cells, table.rows, options.firstMonth);
  if (findings.count === 0 && drafts.length === 0)
    findings.fault({
      value: 'no district',
      rule: 'must hold at least one district with students',
      remedy: 'add rows',
    });
  if (findings.count > 0) return { problems: findings.problems };
  const id = options.id ?? options.path.replace(/^.*[\\/]|\.[^.]*$/g, '');
  const header = {
    id,
    title: options.title ?? id,
    source: `Imported from ${options.path}: ${describeColumns(columns)}`,
    synthetic: false,
    apiNoise: 'california',
  } as const;
  return { population: assemble(header, drafts), warnings: findings.warnings };
}

function checkFirstMonth(
  columns: Columns,
  line: number,
  firstMonth: string | undefined,
  findings: Findings,
): void {
  const place = columns.index.contract;
  if (place === undefined || parseMonth(firstMonth ?? '') !== undefined) return;
  findings.fault({
    line,
    column: columns.header[place] ?? 'contract expiry',
    value: firstMonth ?? 'no first month',
    rule: 'must be counted from the first month of the run',
    remedy: 'give the first month as YYYY-MM, or remove the column',
  });
}

/** Which column was read as what, and which were not read. */
function describeColumns({ header, index }: Columns): string {
  const read = csvColumns.flatMap(({ role, names }) => {
    const place = index[role];
    return place === undefined ? [] : [`${names[0] ?? role} from '${header[place] ?? ''}'`];
  });
  const used = new Set(Object.values(index));
  const unread = header.filter((name, place) => name !== '' && !used.has(place)).map((name) => `'${name}'`);
  return `${read.join(', ')}${unread.length > 0 ? `; not read: ${unread.join(', ')}` : ''}.`;
}
