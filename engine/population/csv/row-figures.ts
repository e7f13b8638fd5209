import { SCHOOL_EDUCATORS } from '../draft.js';
import { figure } from '../figure.js';
import { parseMonth, type CellReader, type NumberRule } from './cells.js';
import type { Role } from './column-names.js';
import type { Row } from './table.js';

/** Largest values that can be meant: the largest district of the United States has about a million students. */
export const studentsRule: NumberRule = {
  min: 0,
  max: 2_000_000,
  whole: true,
  remedy: 'give the number of students of one district or school',
};
export const schoolsRule: NumberRule = {
  min: 1,
  max: 5000,
  whole: true,
  remedy: 'give the number of schools of the district',
};
export const educatorsRule: NumberRule = {
  min: 1,
  max: 300_000,
  whole: false,
  remedy: 'give the number of educators, or leave the cell empty',
};
/** Percentage points by which a percentage may differ from count over students: rounding, late counts. */
const AGREEMENT_POINTS = 1;
/** Months ahead that a contract can run. */
const LONGEST_CONTRACT = 120;
/** Students an educator outside which a warning asks for a second look. */
const usualRatio = [3, 60] as const;

/** What a reader gives for one row. */
export interface RowFigures {
  readonly students: number;
  /** Share 0..1. */
  readonly lowIncome: number;
  /** Share 0..1, NaN where unknown. */
  readonly englishLearners: number;
  /** Undefined where unknown. */
  readonly educators: number | undefined;
  /** -1 where unknown. */
  readonly contractMonths: number;
}

/**
 * Reads the figures that district rows and school rows share.
 *
 * @param firstMonth `YYYY-MM` from which contract months count
 * @returns undefined when the row is left out, with a warning; a broken cell is a problem and NaN
 */
export function readFigures(
  cells: CellReader,
  row: Row,
  firstMonth: string | undefined,
): RowFigures | undefined {
  const students = readStudents(cells, row);
  if (students === undefined) return undefined;
  const lowIncome = readLowIncome(cells, row, students);
  if (lowIncome === undefined) return undefined;
  const educators = cells.number(row, 'educators', educatorsRule);
  return {
    students,
    lowIncome,
    englishLearners: readEnglishLearners(cells, row, students),
    educators,
    contractMonths: readContract(cells, row, firstMonth),
  };
}

function readStudents(cells: CellReader, row: Row): number | undefined {
  const held = cells.isUnpublished(row, 'students');
  const students = held ? undefined : cells.number(row, 'students', studentsRule);
  if (held || students === 0) {
    const why = held ? 'the number of students is not published' : 'no students';
    cells.findings.warn(`rows left out: ${why} in '${cells.label('students')}'`, row.line);
    return undefined;
  }
  return students ?? cells.fault(row, 'students', 'must be given', 'fill in the cell or remove the row');
}

function readLowIncome(cells: CellReader, row: Row, students: number): number | undefined {
  const count = readCount(cells, row, 'lowIncomeCount', students);
  const [role, share] = readShare(cells, row, 'lowIncome');
  if (count !== undefined) {
    const fromCount = count / students;
    if (share !== undefined && Math.abs(share - fromCount) * 100 > AGREEMENT_POINTS) {
      const [given, used] = [cells.label(role), cells.label('lowIncomeCount')];
      cells.findings.warn(
        `'${given}' is not '${used}' / '${cells.label('students')}' (more than ${AGREEMENT_POINTS} point apart): '${used}' is used`,
        row.line,
      );
    }
    return fromCount;
  }
  if (share !== undefined) {
    if (cells.has('lowIncomeCount'))
      cells.findings.warn(
        `'${cells.label('lowIncomeCount')}' is missing: '${cells.label(role)}' is used`,
        row.line,
      );
    return share;
  }
  const main = cells.has('lowIncomeCount') ? 'lowIncomeCount' : role;
  if (!cells.isUnpublished(row, main))
    return cells.fault(row, main, 'must be given', 'fill in the cell or remove the row');
  cells.findings.warn(`rows left out: '${cells.label(main)}' is not published`, row.line);
  return undefined;
}

function readEnglishLearners(cells: CellReader, row: Row, students: number): number {
  const count = readCount(cells, row, 'englishLearnersCount', students);
  const [, share] = readShare(cells, row, 'englishLearners');
  return count !== undefined ? count / students : (share ?? NaN);
}

function readCount(
  cells: CellReader,
  row: Row,
  role: 'lowIncomeCount' | 'englishLearnersCount',
  students: number,
): number | undefined {
  const count = cells.number(row, role, { ...studentsRule, remedy: 'give a number of students' });
  if (count === undefined || !(count > students)) return count;
  return cells.fault(row, role, `must be at most the ${students} students`, 'correct one of the two');
}

function readShare(
  cells: CellReader,
  row: Row,
  what: 'lowIncome' | 'englishLearners',
): readonly [Role, number | undefined] {
  const share: Role = `${what}Share`;
  const percent: Role = `${what}Percent`;
  return cells.has(share) || !cells.has(percent)
    ? [share, cells.share(row, share, 1)]
    : [percent, cells.share(row, percent, 100)];
}

function readContract(cells: CellReader, row: Row, firstMonth: string | undefined): number {
  const text = cells.figureText(row, 'contract');
  if (text === '') return -1;
  const expiry = parseMonth(text);
  if (expiry === undefined)
    return cells.fault(row, 'contract', 'must be a month YYYY-MM', 'write for example 2014-08');
  const first = parseMonth(firstMonth ?? '');
  if (first === undefined) return -1;
  if (expiry - first > LONGEST_CONTRACT)
    return cells.fault(
      row,
      'contract',
      `must be at most ${LONGEST_CONTRACT} months after ${firstMonth}`,
      'correct the year',
    );
  if (expiry >= first) return expiry - first;
  cells.findings.warn(`contracts expired before ${firstMonth}: taken as expiring then`, row.line);
  return 0;
}

/** Educators that a file does not give follow from the students. */
export function assumedEducators(cells: CellReader, students: number, line: number): number {
  const ratio = figure('studentsPerEducator');
  cells.findings.warn(`educators not given: one for ${ratio} students assumed`, line);
  return students / ratio;
}

/** Warns where the ratio suggests that a column holds something else. */
export function checkRatio(cells: CellReader, students: number, educators: number, line: number): void {
  const ratio = students / educators;
  if (ratio < usualRatio[0] || ratio > usualRatio[1])
    cells.findings.warn(
      `fewer than ${usualRatio[0]} or more than ${usualRatio[1]} students an educator: please check '${cells.label('educators')}'`,
      line,
    );
}

/** Says that a school needs two educators to have a tie. */
export function warnRaised(cells: CellReader, line: number): void {
  cells.findings.warn(`fewer than ${SCHOOL_EDUCATORS} educators a school: raised to that`, line);
}
