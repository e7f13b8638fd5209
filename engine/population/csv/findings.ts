import type { Problem } from '../../evidence/index.js';

/** Something the import decided, left out or assumed; it never passes in silence. */
export interface ImportWarning {
  readonly text: string;
  /** Lines it concerns, ascending; empty when it concerns the whole file. */
  readonly lines: readonly number[];
}

/** Everything an import has to say about one file. */
export class Findings {
  readonly problems: Problem[] = [];
  readonly #lines = new Map<string, number[]>();

  constructor(readonly path: string) {}

  /** Notes one fault of the file. */
  fault(problem: Omit<Problem, 'path'>): void {
    this.problems.push({ path: this.path, ...problem });
  }

  /** Notes a decision; the same text on many lines is one warning. */
  warn(text: string, line?: number): void {
    const lines = this.#lines.get(text) ?? [];
    if (line !== undefined) lines.push(line);
    this.#lines.set(text, lines);
  }

  get warnings(): ImportWarning[] {
    return [...this.#lines].map(([text, lines]) => ({ text, lines: [...lines].sort((a, b) => a - b) }));
  }
}

/** How many lines a warning names before it counts. */
const NAMED_LINES = 8;

/** Warnings as text, one a line. */
export function formatWarnings(path: string, warnings: readonly ImportWarning[]): string {
  return warnings
    .map(({ text, lines }) => `${path}: ${text}${lines.length === 0 ? '' : ` (${nameLines(lines)})`}`)
    .join('\n');
}

function nameLines(lines: readonly number[]): string {
  const named = lines.slice(0, NAMED_LINES).join(', ');
  const more = lines.length > NAMED_LINES ? ` and ${lines.length - NAMED_LINES} more` : '';
  return `${lines.length === 1 ? 'line' : `${lines.length} rows, lines`} ${named}${more}`;
}
