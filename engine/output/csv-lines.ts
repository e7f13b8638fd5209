import Papa from 'papaparse';

/** Rows as CSV text, each line ended. */
export function csvLines(rows: readonly (readonly (string | number)[])[]): string {
  return `${Papa.unparse(rows as (string | number)[][], { newline: '\n' })}\n`;
}
