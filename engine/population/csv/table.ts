import Papa from 'papaparse';
import { countRecognised } from './column-names.js';
import type { Findings } from './findings.js';

/** One row of the file; cells are trimmed. */
export interface Row {
  /** Line on which the row starts, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface Table {
  readonly header: Row;
  readonly rows: readonly Row[];
}

/** Characters; a national file of schools with twenty columns has about 30 million. */
const LONGEST_FILE = 60_000_000;
/** Rows in which the header is looked for; ELSI puts six lines above it. */
const HEADER_ROWS = 15;
const delimiters = [',', ';', '\t', '|'];

/**
 * Cuts a text into header and rows: comma, semicolon, tab or bar; quoted cells over several lines; a byte-order mark;
 * lines above the header and below the table, as in ELSI's files. Rows of the wrong length are problems.
 *
 * @returns undefined when the text is no table at all; the findings then say why
 */
export function readTable(text: string, findings: Findings): Table | undefined {
  if (!isText(text, findings)) return undefined;
  const clean = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const { delimiter, place } = findHeader(clean);
  const { data, errors } = Papa.parse<string[]>(clean, { delimiter, newline: '\n' });
  const rows = numberLines(data);
  for (const error of errors.filter(({ type }) => type === 'Quotes')) {
    const row = rows[error.row ?? 0];
    findings.fault({
      line: row?.line ?? 1,
      value: row?.cells.find((cell) => /["\n]/.test(cell)) ?? '"',
      rule: 'must close each quotation mark',
      remedy: 'end the cell with ", and write "" for a quotation mark inside it',
    });
  }
  const header = rows[place];
  if (!header || findings.problems.length > 0) return undefined;
  if (place > 0) findings.warn(`${place} rows above the header are skipped`);
  return { header, rows: fullRows(header, rows.slice(place + 1), place > 0, findings) };
}

function isText(text: string, findings: Findings): boolean {
  const fault = (rule: string, remedy: string): boolean => {
    findings.fault({ value: `${text.length} characters`, rule, remedy });
    return false;
  };
  if (text.trim() === '') return fault('must not be empty', 'give a header and one row a district or school');
  if (text.length > LONGEST_FILE)
    return fault(`must have at most ${LONGEST_FILE} characters`, 'keep the columns that are needed');
  if (text.startsWith('PK\u0003\u0004') || text.includes('\u0000'))
    return fault('must be a text file', 'save the spreadsheet as CSV (UTF-8)');
  return true;
}

/** The delimiter and the row that give the most columns we know. */
function findHeader(text: string): { delimiter: string; place: number } {
  let best = { delimiter: ',', place: 0, score: 0, cells: 0 };
  for (const delimiter of delimiters) {
    const { data } = Papa.parse<string[]>(text, { delimiter, newline: '\n', preview: HEADER_ROWS });
    const first = data.findIndex((cells) => cells.some((cell) => cell.trim() !== ''));
    for (const [place, cells] of data.entries()) {
      if (place < first) continue;
      const score = countRecognised(cells);
      const wider = place === first && score === 0 && best.score === 0 && cells.length > best.cells;
      if (score > best.score || wider) best = { delimiter, place, score, cells: cells.length };
    }
  }
  return best;
}

function numberLines(data: readonly (readonly string[])[]): Row[] {
  let line = 1;
  return data.map((raw) => {
    const row = { line, cells: raw.map(clean) };
    for (const cell of raw) line += cell.split('\n').length - 1;
    line++;
    return row;
  });
}

/** A cell without the space around it, and without the ="..." by which spreadsheets keep leading zeros. */
function clean(cell: string): string {
  return cell
    .trim()
    .replace(/^="(.*)"$/, '$1')
    .replace(/\s+/g, ' ');
}

function fullRows(header: Row, rows: readonly Row[], footnotes: boolean, findings: Findings): Row[] {
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell !== ''));
  let end = filled.length;
  if (footnotes) {
    while (end > 0 && isFootnote(filled[end - 1]!)) end--;
    if (end < filled.length) findings.warn(`${filled.length - end} rows below the table are skipped`);
  }
  return filled.slice(0, end).filter((row) => hasLength(row, header.cells.length, findings));
}

function isFootnote({ cells }: Row): boolean {
  return cells.slice(1).every((cell) => cell === '');
}

function hasLength({ line, cells }: Row, length: number, findings: Findings): boolean {
  if (cells.length >= length && cells.slice(length).every((cell) => cell === '')) return true;
  findings.fault({
    line,
    value: `${cells.length} cells`,
    rule: `must have ${length} cells, as the header has`,
    remedy: 'put a cell that holds the delimiter in quotation marks, and keep empty cells',
  });
  return false;
}
