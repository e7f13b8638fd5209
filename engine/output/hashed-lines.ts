import { hashText } from '../ensemble/index.js';

/** Column of the hashes. */
export const hashColumn = 'sha256';

/**
 * Lines of a table that grows: each ends with the SHA-256 of what stands before it, so that one that was not written whole,
 * or has changed since, is known.
 */
export function withHashes(table: string): string {
  return table.replace(/^.+$/gm, (line) => `${line},${hashText(line)}`);
}

/** The lines that their hashes vouch for, without these. */
export function wholeLines(text: string): string {
  return text
    .split('\n')
    .filter((line) => line.at(-65) === ',' && line.slice(-64) === hashText(line.slice(0, -65)))
    .map((line) => `${line.slice(0, -65)}\n`)
    .join('');
}
