import { apportion } from '../apportion.js';
import { SCHOOL_EDUCATORS } from '../draft.js';
import type { CellReader } from './cells.js';
import { assumedEducators, checkRatio, warnRaised, type RowFigures } from './row-figures.js';
import type { Row } from './table.js';

type SchoolStaff = Pick<RowFigures, 'students' | 'educators'> & { readonly row: Row };

/** Some files repeat the district's educators in the row of every school (the Massachusetts profiles do). */
export function educatorsRepeat(cells: CellReader, groups: readonly (readonly SchoolStaff[])[]): boolean {
  const several = groups.filter((group) => group.length > 1);
  const same = several.filter((group) => group.every((school) => school.educators === group[0]!.educators));
  const repeated =
    several.length >= 3 &&
    same.length === several.length &&
    several.some((group) => group[0]!.educators !== undefined);
  if (repeated)
    cells.findings.warn(
      `'${cells.label('educators')}' repeats one value in all schools of a district: read as the district's total`,
    );
  return repeated;
}

/**
 * Whole educators of each school of one district: as given, the district's total in proportion to students, or assumed.
 *
 * @param repeated what `educatorsRepeat` found for the file
 */
export function schoolEducators(
  cells: CellReader,
  group: readonly SchoolStaff[],
  repeated: boolean,
): Float64Array {
  const total = group[0]?.educators;
  return repeated && total !== undefined
    ? shareOut(cells, group, total)
    : Float64Array.from(group, (school) => ownEducators(cells, school));
}

function shareOut(cells: CellReader, group: readonly SchoolStaff[], total: number): Float64Array {
  const sizes = group.map((school) => school.students);
  const students = sizes.reduce((sum, n) => sum + n, 0);
  if (Number.isNaN(students + total)) return new Float64Array(group.length);
  const line = group[0]?.row.line ?? 0;
  checkRatio(cells, students, total, line);
  const least = SCHOOL_EDUCATORS * group.length;
  if (total < least) warnRaised(cells, line);
  return apportion(Math.max(least, Math.round(total)), sizes, SCHOOL_EDUCATORS);
}

function ownEducators(cells: CellReader, { students, educators, row: { line } }: SchoolStaff): number {
  if (educators !== undefined) checkRatio(cells, students, educators, line);
  const whole = Math.round(educators ?? assumedEducators(cells, students, line));
  if (whole < SCHOOL_EDUCATORS) warnRaised(cells, line);
  return Math.max(SCHOOL_EDUCATORS, whole);
}
