import type { Findings } from './findings.js';

/** Largest file, in bytes; a national file of schools with twenty columns has about 30 million. */
export const mostCsvBytes = 60_000_000;
/** Three times the public schools of the United States. */
const mostLines = 300_000;
export const mostColumns = 1000;
/** A national file of schools with all its columns has 7 million. */
const mostCells = 12_000_000;
/** Characters; a thousand columns take no more. */
const longestLine = 100_000;

/** Whether a text may be read at all. It is looked through once and nothing of it is kept. */
export function isModest(text: string, findings: Findings): boolean {
  const refuse = (value: string, rule: string, remedy: string, line?: number): false => {
    findings.fault({ value, rule, remedy, ...(line === undefined ? {} : { line }) });
    return false;
  };
  const size = `${text.length} characters`;
  if (!/\S/.test(text))
    return refuse(size, 'must not be empty', 'give a header and one row a district or school');
  if (text.length > mostCsvBytes)
    return refuse(size, `must have at most ${shown(mostCsvBytes)} characters`, columns);
  if (text.startsWith('PK\u0003\u0004') || text.includes('\u0000'))
    return refuse(size, 'must be a text file', 'save the spreadsheet as CSV (UTF-8)');
  let lines = 0;
  for (let from = 0; from < text.length; lines++) {
    const to = endOfLine(text, from);
    if (lines === mostLines) {
      const rule = `must have at most ${shown(mostLines)} lines`;
      return refuse(
        `more than ${shown(mostLines)} lines`,
        rule,
        'remove the rows that are no district or school',
      );
    }
    if (to - from > longestLine) {
      const rule = `must have at most ${shown(longestLine)} characters a line`;
      return refuse(
        `more than ${shown(longestLine)} characters`,
        rule,
        'give one line a district or school',
        lines + 1,
      );
    }
    from = text.startsWith('\r\n', to) ? to + 2 : to + 1;
  }
  return true;
}

/**
 * Refuses a table whose cells would take too much memory.
 *
 * @param width cells of its header
 */
export function isTooWide(width: number, text: string, delimiter: string, findings: Findings): boolean {
  if (width > mostColumns) {
    const rule = `must have at most ${shown(mostColumns)} columns`;
    findings.fault({ column: 'header', value: `${width} columns`, rule, remedy: columns });
    return true;
  }
  let cells = 0;
  for (let at = text.indexOf(delimiter); at >= 0; at = text.indexOf(delimiter, at + 1)) cells++;
  if (cells <= mostCells) return false;
  const rule = `must have at most ${shown(mostCells)} cells`;
  findings.fault({ value: `${cells} cells`, rule, remedy: columns });
  return true;
}

/** The beginning of a text whose lines end with a line feed. */
export function firstLines(text: string, lines: number): string {
  let end = 0;
  for (let line = 0; line < lines && end < text.length; line++) end = endOfLine(text, end) + 1;
  return text.slice(0, end);
}

const columns = 'keep the columns that are needed';

/** Where a line ends, or where it has become too long. */
function endOfLine(text: string, from: number): number {
  const most = Math.min(text.length, from + longestLine + 1);
  let at = from;
  while (at < most && text.charCodeAt(at) !== 10 && text.charCodeAt(at) !== 13) at++;
  return at;
}

function shown(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}
