import { distance } from 'fastest-levenshtein';
import { ambiguousNames, columnNames, csvColumns, normalise, type Role } from './column-names.js';
import type { Findings } from './findings.js';

/** Place of each column that a file has, and the header as the file spells it. */
export interface Columns {
  readonly header: readonly string[];
  readonly index: Readonly<Partial<Record<Role, number>>>;
}

/** Finds the columns; what is missing, doubled or ambiguous is a problem of the header's line. */
export function recogniseColumns(header: readonly string[], line: number, findings: Findings): Columns {
  const normal = header.map(normalise);
  const index: Partial<Record<Role, number>> = {};
  for (const { role } of csvColumns) {
    const place = findColumn(role, header, normal, line, findings);
    if (place !== undefined) index[role] = place;
  }
  const missing = (role: Role, what: string): void => {
    findings.fault({
      line,
      column: 'header',
      value: header.join(', '),
      rule: `must have a column for ${what}`,
      remedy:
        nearMiss(role, header, normal) ?? `name it '${columnNames[role][0][0].replace('low ', 'low-')}'`,
    });
  };
  if (index.district === undefined) missing('district', "the district's name");
  if (index.students === undefined) missing('students', 'the number of students');
  requireLowIncome(index, header, normal, line, findings, missing);
  return { header, index };
}

function findColumn(
  role: Role,
  header: readonly string[],
  normal: readonly string[],
  line: number,
  findings: Findings,
): number | undefined {
  for (const rank of columnNames[role] as readonly (readonly string[])[]) {
    const places = normal.flatMap((name, place) => (rank.includes(name) ? [place] : []));
    const [first, second] = places;
    if (first !== undefined && second !== undefined) {
      findings.fault({
        line,
        column: header[second] ?? '',
        value: header[first] ?? '',
        rule: 'must be the only column of its kind',
        remedy: `keep one of columns ${first + 1} and ${second + 1}`,
      });
    }
    if (first !== undefined) return first;
  }
  return undefined;
}

function requireLowIncome(
  index: Columns['index'],
  header: readonly string[],
  normal: readonly string[],
  line: number,
  findings: Findings,
  missing: (role: Role, what: string) => void,
): void {
  const roles: Role[] = ['lowIncomeCount', 'lowIncomePercent', 'lowIncomeShare'];
  if (roles.some((role) => index[role] !== undefined)) return;
  const vague = normal.findIndex((name) => ambiguousNames.includes(name));
  if (vague < 0) {
    missing('lowIncomeShare', 'low-income students');
    return;
  }
  findings.fault({
    line,
    column: header[vague] ?? '',
    value: header[vague] ?? '',
    rule: 'must say what it holds',
    remedy:
      "name it 'low-income students' (a number), 'low-income percent' (0 to 100) or 'low-income share' (0 to 1)",
  });
}

function nearMiss(role: Role, header: readonly string[], normal: readonly string[]): string | undefined {
  const known = new Set(csvColumns.flatMap((column) => column.names));
  for (const [place, name] of normal.entries()) {
    const alias = (columnNames[role].flat() as string[]).find(
      (it) => distance(it, name) <= 2 && it.length > 4,
    );
    if (alias !== undefined && !known.has(name)) return `rename '${header[place] ?? ''}' to '${alias}'`;
  }
  return undefined;
}
