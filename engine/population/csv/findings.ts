import { visible, type Problem } from '../../input/index.js';

/** Something the import decided, left out or assumed; it never passes in silence. */
export interface ImportWarning {
  readonly text: string;
  /** Lines it concerns, ascending; empty when it concerns the whole file. */
  readonly lines: readonly number[];
}

/** Problems that are listed; the rest is counted, as a file may have millions. */
const LISTED = 1000;

/** Everything an import has to say about one file. */
export class Findings {
  /** Problems in all, those not listed too. */
  count = 0;
  readonly #listed: Problem[] = [];
  readonly #lines = new Map<string, number[]>();

  constructor(readonly path: string) {}

  /** Notes one fault of the file. */
  fault(problem: Omit<Problem, 'path'>): void {
    this.count++;
    if (this.#listed.length < LISTED) this.#listed.push({ path: this.path, ...problem });
  }

  /** The first problems found, by line; the last one stands for those that are not listed. */
  get problems(): Problem[] {
    const problems = this.#listed.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
    const last = problems.at(-1);
    const unlisted = this.count - problems.length;
    return last && unlisted > 0 ? problems.with(-1, { ...last, unlisted }) : problems;
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
    .map(({ text, lines }) =>
      visible(`${path}: ${text}${lines.length === 0 ? '' : ` (${nameLines(lines)})`}`),
    )
    .join('\n');
}

function nameLines(lines: readonly number[]): string {
  const named = lines.slice(0, NAMED_LINES).join(', ');
  const more = lines.length > NAMED_LINES ? ` and ${lines.length - NAMED_LINES} more` : '';
  return `${lines.length === 1 ? 'line' : `${lines.length} rows, lines`} ${named}${more}`;
}
