import { districtKeys } from '../assemble.js';
import { SCHOOL_EDUCATORS, type DistrictDraft, type SchoolDraft } from '../draft.js';
import { typesBySize } from '../make-schools.js';
import type { CellReader } from './cells.js';
import { tellNamesakesApart } from './district-rows.js';
import { checkStates, nameKey, readPlace, type Place } from './places.js';
import { readFigures, type RowFigures } from './row-figures.js';
import { educatorsRepeat, schoolEducators } from './school-educators.js';
import { schoolTypeOf } from './school-type.js';
import type { Row } from './table.js';

/** A school as read; its district decides what is still open. */
interface School extends RowFigures {
  readonly row: Row;
  readonly place: Place;
  readonly name: string;
  readonly code: string;
  readonly type: number | undefined;
  readonly api: number;
}

/** What to do with charter schools, most of which bargain with no union. */
export type Charters = 'keep' | 'leave-out';

const apiRule = { min: 200, max: 1000, whole: false, remedy: 'leave the cell empty where no score is known' };

/** One row a school: rows with one district code, or one district name, make a district. */
export function readSchoolRows(
  cells: CellReader,
  rows: readonly Row[],
  firstMonth: string | undefined,
  charters: Charters,
): DistrictDraft[] {
  const schools = rows.flatMap((row) => readSchool(cells, row, firstMonth, charters) ?? []);
  const groups = new Map<string, School[]>();
  for (const school of schools) {
    const { state, code, name } = school.place;
    const key = nameKey(state, code === '' ? name : code);
    const group = groups.get(key);
    if (group) group.push(school);
    else groups.set(key, [school]);
  }
  if (rows[0]) checkStates(cells, new Set(schools.map(({ place }) => place.state)), rows[0]);
  const repeated = educatorsRepeat(cells, [...groups.values()]);
  const read = [...groups.values()].map((group) => ({
    draft: toDistrict(cells, group, repeated),
    code: group[0]!.place.code,
  }));
  return tellNamesakesApart(read, cells);
}

function readSchool(
  cells: CellReader,
  row: Row,
  firstMonth: string | undefined,
  charters: Charters,
): School | undefined {
  const place = readPlace(cells, row);
  const name = cells.text(row, 'school');
  if (name === '') cells.fault(row, 'school', 'must be given', 'fill in the name or remove the row');
  if (isCharter(cells.text(row, 'charter'))) {
    const kept = charters === 'keep';
    const what = kept ? 'kept, though most charter schools bargain with no union' : 'left out, as asked';
    cells.findings.warn(`charter schools: ${what}`, row.line);
    if (!kept) return undefined;
  }
  const figures = readFigures(cells, row, firstMonth);
  const type = schoolTypeOf(cells.text(row, 'type'), cells.text(row, 'grades'));
  const api = cells.number(row, 'api', apiRule) ?? NaN;
  const code = cells.text(row, 'schoolCode');
  return figures && { ...figures, row, place, name, code, type, api };
}

function isCharter(text: string): boolean {
  return /charter/i.test(text) ? !/^(not|non)|no charter/i.test(text) : /^(y|yes|1|1-yes|true)$/i.test(text);
}

function toDistrict(cells: CellReader, group: readonly School[], repeated: boolean): DistrictDraft {
  const first = group[0]!;
  checkOneDistrict(cells, group);
  const students = group.reduce((sum, school) => sum + school.students, 0);
  const mean = (value: (school: School) => number): number =>
    group.reduce((sum, school) => sum + value(school) * (school.students / students), 0);
  const educators = schoolEducators(cells, group, repeated);
  const types = typesOf(cells, group);
  const names = namesOf(group, cells);
  const schools = group.map((school, i): SchoolDraft => ({
    name: names[i] ?? school.name,
    type: types[i] ?? 0,
    students: school.students,
    educators: educators[i] ?? SCHOOL_EDUCATORS,
    lowIncome: school.lowIncome,
    api: school.api,
  }));
  return {
    name: first.place.name,
    state: first.place.state,
    region: first.place.region,
    students,
    educators: educators.reduce((sum, n) => sum + n, 0),
    lowIncome: Math.min(
      1,
      Math.max(
        0,
        mean((school) => school.lowIncome),
      ),
    ),
    contractMonths: group.find((school) => school.contractMonths >= 0)?.contractMonths ?? -1,
    englishLearners: mean((school) => school.englishLearners),
    schools,
  };
}

/** Rows of one district must agree on it, and no school may come twice. */
function checkOneDistrict(cells: CellReader, group: readonly School[]): void {
  const first = group[0]!;
  const seen = new Map<string, number>();
  for (const { row, place, name, code, contractMonths } of group) {
    const key = nameKey(name, code);
    const before = seen.get(key);
    if (before !== undefined && name !== '')
      cells.fault(
        row,
        'school',
        `must be unique in its district; line ${before} has it too`,
        'remove one of the two',
      );
    seen.set(key, row.line);
    if (nameKey(place.name) !== nameKey(first.place.name))
      cells.fault(
        row,
        'district',
        `must be '${first.place.name}' as on line ${first.row.line}, which has the same code`,
        'correct the name or the code',
      );
    if (contractMonths !== first.contractMonths)
      cells.fault(
        row,
        'contract',
        `must be the same in all schools of a district`,
        `see line ${first.row.line}`,
      );
    if (place.region !== first.place.region)
      cells.findings.warn(
        `'${cells.label('region')}' differs inside a district: its first row counts`,
        row.line,
      );
  }
}

function typesOf(cells: CellReader, group: readonly School[]): Uint8Array {
  const open = group.filter((school) => school.type === undefined);
  for (const school of open)
    cells.findings.warn(
      'no type or grades: types assumed in the proportions of California, larger schools higher',
      school.row.line,
    );
  const key = districtKeys([group[0]!.place])[0] ?? 0;
  const made = typesBySize(
    open.map((school) => school.students),
    key,
  );
  let next = 0;
  return Uint8Array.from(group, (school) => school.type ?? made[next++] ?? 0);
}

/** Schools of one name that differ by their code get the code behind the name. */
function namesOf(group: readonly School[], cells: CellReader): string[] {
  const uses = new Map<string, number>();
  for (const { name } of group) uses.set(nameKey(name), (uses.get(nameKey(name)) ?? 0) + 1);
  return group.map(({ name, code, row }) => {
    if (uses.get(nameKey(name)) === 1 || code === '') return name;
    cells.findings.warn(
      `schools of one name in a district: '${cells.label('schoolCode')}' is added`,
      row.line,
    );
    return `${name} (${code})`;
  });
}
