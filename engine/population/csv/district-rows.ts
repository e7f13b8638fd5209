import type { DistrictDraft } from '../draft.js';
import { SCHOOL_EDUCATORS } from '../draft.js';
import { figure } from '../figure.js';
import type { CellReader } from './cells.js';
import { checkStates, nameKey, readPlace, type Place } from './places.js';
import { assumedEducators, checkRatio, readFigures, schoolsRule, warnRaised } from './row-figures.js';
import type { Row } from './table.js';

/** One row a district. Broken rows are problems; their drafts are then of no use. */
export function readDistrictRows(
  cells: CellReader,
  rows: readonly Row[],
  firstMonth: string | undefined,
): DistrictDraft[] {
  const seen = new Map<string, number>();
  const states = new Set<string>();
  const read = rows.flatMap((row) => {
    const place = readPlace(cells, row);
    states.add(place.state);
    checkDuplicate(cells, row, place, seen);
    const draft = readDistrict(cells, row, place, firstMonth);
    return draft ? [{ draft, code: place.code }] : [];
  });
  if (rows[0]) checkStates(cells, states, rows[0]);
  return tellNamesakesApart(read, cells);
}

function readDistrict(
  cells: CellReader,
  row: Row,
  { name, state, region }: Place,
  firstMonth: string | undefined,
): DistrictDraft | undefined {
  const figures = readFigures(cells, row, firstMonth);
  const given = cells.number(row, 'schools', schoolsRule);
  if (!figures) return undefined;
  const { students, lowIncome, englishLearners, contractMonths } = figures;
  const schools = given ?? assumedSchools(cells, students, row.line);
  if (schools > students)
    cells.fault(row, 'schools', `must be at most the ${students} students`, 'correct one of the two');
  const educators = Math.round(figures.educators ?? assumedEducators(cells, students, row.line));
  checkRatio(cells, students, educators, row.line);
  const least = SCHOOL_EDUCATORS * schools;
  if (educators < least) warnRaised(cells, row.line);
  return {
    name,
    state,
    region,
    students,
    educators: Math.max(least, educators),
    lowIncome,
    contractMonths,
    englishLearners,
    schools,
  };
}

function assumedSchools(cells: CellReader, students: number, line: number): number {
  const size = Math.round(figure('stateStudents') / figure('stateSchools'));
  cells.findings.warn(`number of schools not given: one for ${size} students assumed, at least one`, line);
  return Math.max(1, Math.round(students / size));
}

function checkDuplicate(cells: CellReader, row: Row, place: Place, seen: Map<string, number>): void {
  const role = place.code === '' ? 'district' : 'districtCode';
  const key = nameKey(place.state, role, place.code === '' ? place.name : place.code);
  const first = seen.get(key);
  if (first === undefined) seen.set(key, row.line);
  else if (place.name !== '')
    cells.fault(
      row,
      role,
      `must be unique in its state; line ${first} has it too`,
      'remove one of the two rows, or give each district a name of its own',
    );
}

/** Districts of one name that differ by their code get the code behind the name. */
export function tellNamesakesApart(
  read: readonly { readonly draft: DistrictDraft; readonly code: string }[],
  cells: CellReader,
): DistrictDraft[] {
  const uses = new Map<string, number>();
  const keyOf = ({ state, name }: DistrictDraft): string => nameKey(state, name);
  for (const { draft } of read) uses.set(keyOf(draft), (uses.get(keyOf(draft)) ?? 0) + 1);
  return read.map(({ draft, code }) => {
    if (uses.get(keyOf(draft)) === 1 || code === '') return draft;
    cells.findings.warn(
      `several districts are called '${draft.name}': '${cells.label('districtCode')}' is added`,
    );
    return { ...draft, name: `${draft.name} (${code})` };
  });
}
