import Papa from 'papaparse';
import { countRecognised, isRecognised } from './column-names.js';
import type { Findings } from './findings.js';
import { firstLines, isModest, isTooWide, mostColumns } from './file-limits.js';

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

/** Rows in which the header is looked for; ELSI puts six lines above it. */
const HEADER_ROWS = 15;
/** Lines that those rows can take: their cells may hold line breaks. */
const HEADER_LINES = 200;
const delimiters = [',', ';', '\t', '|'];

/**
 * Cuts a text into header and rows: comma, semicolon, tab or bar; quoted cells over several lines; a byte-order mark;
 * lines above the header and below the table, as in ELSI's files. Rows of the wrong length are problems. What is too
 * large is refused before it is cut, as its cells could take a hundred times the memory of the text.
 *
 * @returns undefined when the text is no table at all; the findings then say why
 */
export function readTable(text: string, findings: Findings): Table | undefined {
  if (!isModest(text, findings)) return undefined;
  const clean = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const head = findHeader(clean);
  const { place, delimiter } = head;
  if (isTooWide(head.cells.length, clean, delimiter, findings)) return undefined;
  const rows = cutRows(clean, head, findings);
  const header = rows[place];
  if (!header || findings.count > 0) return undefined;
  if (place > 0) findings.warn(`${place} rows above the header are skipped`);
  return { header, rows: fullRows(header, rows.slice(place + 1), place > 0, findings) };
}

/** The delimiter and the row that give the most columns we know. */
interface Head {
  readonly delimiter: string;
  readonly place: number;
  readonly cells: readonly string[];
}

function findHeader(text: string): Head {
  let best: Head & { readonly score: number } = { delimiter: ',', place: 0, score: 0, cells: [] };
  const head = firstLines(text, HEADER_LINES);
  for (const delimiter of delimiters) {
    const { data } = Papa.parse<string[]>(head, { delimiter, newline: '\n', preview: HEADER_ROWS });
    const first = data.findIndex((cells) => cells.some((cell) => cell.trim() !== ''));
    for (const [place, cells] of data.entries()) {
      if (place < first) continue;
      const score = countRecognised(cells.slice(0, mostColumns));
      const wider = place === first && score === 0 && best.score === 0 && cells.length > best.cells.length;
      if (score > best.score || wider) best = { delimiter, place, score, cells };
    }
  }
  return best;
}

/** What stands for a cell below the header that no column of ours holds. */
const UNREAD = '…';

/** All rows, one at a time: the parser alone would keep every cell of the file, and most are not read. */
function cutRows(text: string, { delimiter, place, cells }: Head, findings: Findings): Row[] {
  const rows: Row[] = [];
  const known = cells.map(isRecognised);
  const keep = (cell: string, column: number): string => {
    const kept = clean(cell);
    return kept === '' || rows.length <= place || known[column] ? kept : UNREAD;
  };
  let line = 1;
  Papa.parse<string[]>(text, {
    delimiter,
    newline: '\n',
    step({ data, errors }) {
      const open = errors.find(({ type }) => type === 'Quotes');
      if (open) {
        findings.fault({
          line,
          value: (data.find((cell) => /["\n]/.test(cell)) ?? '"').slice(0, 100),
          rule: 'must close each quotation mark',
          remedy: 'end the cell with ", and write "" for a quotation mark inside it',
        });
      }
      rows.push({ line, cells: open ? [] : data.map(keep) });
      for (const cell of data) line += cell.split('\n').length - 1;
      line++;
    },
  });
  return rows;
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
