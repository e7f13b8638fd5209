import type { CellReader } from './cells.js';
import type { Row } from './table.js';

/** Longest name that can be meant. */
const LONGEST_NAME = 200;
/** More states than there are: some other column was read as one. */
const MOST_STATES = 100;

/** Name, state and region of a row's district, as the file gives them or as assumed. */
export interface Place {
  readonly name: string;
  readonly code: string;
  readonly state: string;
  readonly region: string;
}

/** What stands for the only state of a file without states. */
export const ONE_STATE = 'One state';
/** What stands for the only region of a file without regions. */
export const ONE_REGION = 'One region';

/** Reads where a row belongs; a missing name or state is a problem. */
export function readPlace(cells: CellReader, row: Row): Place {
  const name = cells.text(row, 'district');
  if (name === '') cells.fault(row, 'district', 'must be given', 'fill in the name or remove the row');
  if (name.length > LONGEST_NAME)
    cells.fault(row, 'district', `must have at most ${LONGEST_NAME} characters`, 'shorten the name');
  let state = ONE_STATE;
  if (cells.has('state')) {
    state = cells.text(row, 'state');
    if (state === '') cells.fault(row, 'state', 'must be given', 'fill in the state or remove the column');
  } else {
    cells.findings.warn('no column for the state: all districts share one state institution');
  }
  return { name, code: cells.text(row, 'districtCode'), state, region: readRegion(cells, row) };
}

function readRegion(cells: CellReader, row: Row): string {
  if (!cells.has('region')) {
    cells.findings.warn('no column for the region: all districts of a state are one region');
    return ONE_REGION;
  }
  const region = cells.text(row, 'region');
  if (region !== '') return region;
  cells.findings.warn(`'${cells.label('region')}' is empty: these rows form a region of their own`, row.line);
  return 'No region';
}

/** Notes a problem when a column read as the state has too many values to be one. */
export function checkStates(cells: CellReader, states: ReadonlySet<string>, row: Row): void {
  if (states.size <= MOST_STATES) return;
  const remedy = 'each state has an institution of its own: rename the column if it is something else';
  cells.findings.fault({
    line: row.line,
    column: cells.label('state'),
    value: `${states.size} different values`,
    rule: `must have at most ${MOST_STATES} different values`,
    remedy,
  });
}

/** Compares names as readers do: capitals do not make another district. */
export function nameKey(...parts: readonly string[]): string {
  return parts.map((part) => part.toLowerCase()).join('\u001f');
}
