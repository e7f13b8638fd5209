/** One thing wrong with what the user gave: where it is, what it is, what it must be and what to do. */
export interface Problem {
  /** File as the user named it, or the name of an option. */
  readonly path: string;
  /** Line in the file, from 1. */
  readonly line?: number;
  /** Column of a table, or dotted key of a scenario, such as `levers.conferences.perYear`. */
  readonly column?: string;
  /** The value as found, in the user's own spelling. */
  readonly value: string;
  /** What the value must be, for example `must be between 0 and 12`. */
  readonly rule: string;
  /** What to do about it, in the imperative; empty where the rule says it all. */
  readonly remedy: string;
  /** How many more there are that no list names; it stands at the last one listed. */
  readonly unlisted?: number;
}

/** How many problems there are, those that are not listed too. */
export function countProblems(problems: readonly Problem[]): number {
  return problems.reduce((count, { unlisted = 0 }) => count + 1 + unlisted, 0);
}

/** How many problems are shown at once; the rest is counted. */
const SHOWN = 50;

/** Bad input. The message holds every problem, one a line; commands answer it with exit code 2. */
export class InputError extends Error {
  override readonly name = 'InputError';

  constructor(readonly problems: readonly Problem[]) {
    super(formatProblems(problems));
  }
}

/**
 * All problems as text, one a line: `path:line: column = value must ...; remedy`.
 *
 * @param limit problems written out; "and N more" stands for the others
 */
export function formatProblems(problems: readonly Problem[], limit = SHOWN): string {
  const lines = problems.slice(0, limit).map(formatProblem);
  const more = countProblems(problems) - lines.length;
  if (more > 0) lines.push(`and ${more} more`);
  return lines.join('\n');
}

function formatProblem({ path, line, column, value, rule, remedy }: Problem): string {
  const place = line === undefined ? path : `${path}:${line}`;
  const what = column === undefined ? quote(value) : `${column} = ${quote(value)}`;
  return visible(`${place}: ${what} ${rule}${remedy === '' ? '' : `; ${remedy}`}`);
}

/** A number stands as it is; any other text in quotes, on one line and cut to a readable length. */
function quote(value: string): string {
  if (value.length <= LONGEST && /^-?\d[\d.]*(e[+-]?\d+)?$/i.test(value)) return value;
  const line = value.slice(0, 2 * LONGEST).replace(/[\t\n\r]+/g, ' ');
  return `'${line.length > LONGEST ? `${line.slice(0, LONGEST - 3)}...` : line}'`;
}

/** Characters of a value that a message shows. */
const LONGEST = 60;

/**
 * A text with every character written out that is not seen: control characters, and those that turn or hide what
 * stands around them, as `\u{202e}` does. A name given by a stranger can then change no other word of a message.
 */
export function visible(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu,
    (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`,
  );
}
