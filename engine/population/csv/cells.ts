import type { Role } from './column-names.js';
import type { Columns } from './columns.js';
import type { Findings } from './findings.js';
import type { Row } from './table.js';

/** What a number must be. */
export interface NumberRule {
  readonly min: number;
  readonly max: number;
  readonly whole: boolean;
  readonly remedy: string;
}

/** The publisher holds the figure back: not applicable, missing or too small to show (NCES). */
const unpublished = new Set(['†', '–', '—', '‡']);
const missing = new Set(['', 'na', 'n/a', '#n/a', 'null', 'nan', ...unpublished]);

/** Reads the cells of one file; every cell that breaks its rule becomes a problem with its line and column. */
export class CellReader {
  constructor(
    readonly columns: Columns,
    readonly findings: Findings,
  ) {}

  has(role: Role): boolean {
    return this.columns.index[role] !== undefined;
  }

  /** The column's name as the file spells it. */
  label(role: Role): string {
    return this.columns.header[this.columns.index[role] ?? -1] ?? role;
  }

  /** The cell as it stands; empty when there is no such column or the publisher holds it back. */
  text(row: Row, role: Role): string {
    const cell = this.cell(row, role);
    return unpublished.has(cell) ? '' : cell;
  }

  /** The same for a figure, where NA and its like mean missing (a district may be called that). */
  figureText(row: Row, role: Role): string {
    const cell = this.cell(row, role);
    return missing.has(cell.toLowerCase()) ? '' : cell;
  }

  /** The publisher says that the figure exists but is not shown. */
  isUnpublished(row: Row, role: Role): boolean {
    return unpublished.has(this.cell(row, role));
  }

  /** @returns undefined when missing, NaN when it breaks the rule (a problem then) */
  number(row: Row, role: Role, rule: NumberRule): number | undefined {
    const text = this.figureText(row, role);
    if (text === '') return undefined;
    const value = parseNumber(text);
    const { min, max, whole } = rule;
    if (value === undefined) return this.fault(row, role, 'must be a number', numberRemedy(text));
    if (whole && !Number.isInteger(value))
      return this.fault(row, role, 'must be a whole number', rule.remedy);
    if (value < min || value > max)
      return this.fault(row, role, `must be between ${min} and ${max}`, rule.remedy);
    return value;
  }

  /** Share 0..1 from a column of shares (scale 1) or percentages (scale 100); a % sign always means percent. */
  share(row: Row, role: Role, scale: 1 | 100): number | undefined {
    const text = this.figureText(row, role);
    if (text === '') return undefined;
    const percent = text.endsWith('%');
    const value = parseNumber(percent ? text.slice(0, -1).trim() : text);
    if (value === undefined) return this.fault(row, role, 'must be a number', numberRemedy(text));
    const full = percent ? 100 : scale;
    if (value >= 0 && value <= full) return value / full;
    const remedy = full === 1 ? "for percentages, name the column '... percent'" : 'correct the cell';
    return this.fault(row, role, `must be between 0 and ${full}`, remedy);
  }

  /** Notes a problem with one cell. @returns NaN, so that the row's other cells are still read */
  fault(row: Row, role: Role, rule: string, remedy: string): number {
    const { line } = row;
    this.findings.fault({ line, column: this.label(role), value: this.cell(row, role), rule, remedy });
    return NaN;
  }

  private cell(row: Row, role: Role): string {
    return row.cells[this.columns.index[role] ?? -1] ?? '';
  }
}

/** A number of more characters is none; to make sure of that would be slow. */
const LONGEST_NUMBER = 50;

/** A number as spreadsheets write it, thousands in groups of three, minus zero as zero; undefined when it is none. */
export function parseNumber(text: string): number | undefined {
  if (text.length > LONGEST_NUMBER) return undefined;
  const grouped = /^([+-]?)([1-9]\d{0,2})((?:[ \u00a0\u202f,'’]\d{3})+)(\.\d+)?$/.exec(text);
  const plain = grouped ? text.replace(/[^\d.+-]/g, '') : text;
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain) ? Number(plain) + 0 : undefined;
}

function numberRemedy(text: string): string {
  if (/^\d+,\d+$/.test(text)) return 'write the decimal mark as a point';
  return 'write digits, with a point as decimal mark, or leave the row out';
}

/** Months from January of year 0 to `YYYY-MM`, or a day in it; undefined when it is no month. */
export function parseMonth(text: string): number | undefined {
  const match = /^(\d{4})-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?$/.exec(text);
  return match ? 12 * Number(match[1]) + Number(match[2]) - 1 : undefined;
}
