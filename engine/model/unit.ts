/**
 * What a value is measured in: its kind, by which surfaces write it, and its words in the plural, as documents and
 * tables write them.
 */
export type Unit =
  | { readonly kind: 'money'; readonly words: `dollars${string}` }
  | { readonly kind: 'share'; readonly words: `share${string}` }
  /** Of which there are only whole ones. */
  | { readonly kind: 'count'; readonly words: string }
  /** Of which there are parts too. */
  | { readonly kind: 'amount'; readonly words: string }
  /** Points of a test; of its whole range where the unit has ends. */
  | { readonly kind: 'score'; readonly words: `points${string}`; readonly ends?: Ends }
  | { readonly kind: 'scale'; readonly words: string; readonly ends: Ends }
  | { readonly kind: 'deviation'; readonly words: `standard deviations${string}` };

/** Lowest and highest value that can be. */
type Ends = readonly [number, number];

export const dollars = { kind: 'money', words: 'dollars' } as const satisfies Unit;
export const districts = { kind: 'count', words: 'districts' } as const satisfies Unit;
export const students = { kind: 'count', words: 'students' } as const satisfies Unit;
export const contracts = { kind: 'count', words: 'contracts' } as const satisfies Unit;
export const months = { kind: 'count', words: 'months' } as const satisfies Unit;
export const points = { kind: 'score', words: 'points' } as const satisfies Unit;

/** The same unit with something said after its words. */
export function withNote(unit: Unit, note: string | undefined): Unit {
  return note === undefined ? unit : ({ ...unit, words: `${unit.words}, ${note}` } as Unit);
}

/** Words of a difference between two values: shares differ by percentage points. */
export function differenceWords({ kind, words }: Unit): string {
  return kind === 'share' ? `percentage points${words.slice('share'.length)}` : words;
}

/** Words to write after a value; none where the value carries its own sign. */
export function wordsAfter({ kind, words }: Unit): string {
  return kind === 'money' || kind === 'share' ? '' : words;
}

/** The same after a difference. */
export function differenceWordsAfter(unit: Unit): string {
  return unit.kind === 'money' ? '' : differenceWords(unit);
}

/** What the words say beside the sign of a value: " a grant" of "dollars a grant". */
export function restOfWords({ kind, words }: Unit): string {
  return kind === 'money' || kind === 'share' ? words.replace(/^\w+/, '') : ` ${words}`;
}

/** Words for exactly one: "conference a year". */
export function wordsForOne({ words }: Unit): string {
  return words.replace(/^(\w+)s\b/, '$1');
}

/** A label with its unit, where neither it nor its figures show it, as short as can be. */
export function labelWithUnit({ label, unit }: { readonly label: string; readonly unit: Unit }): string {
  if ('ends' in unit) return `${label}, ${unit.ends.join(' to ')}`;
  switch (unit.kind) {
    case 'money':
    case 'share':
    case 'count':
      return label;
    case 'deviation':
      return `${label}, sd`;
    case 'amount':
    case 'score':
      return `${label}, ${unit.words}`;
  }
}

/** Significant digits that a value is worth: on a range that is known a third one tells something. */
export function digitsOf(unit: Unit): 2 | 3 {
  return 'ends' in unit ? 3 : 2;
}

const whole = ['district', 'student', 'contract', 'month'];

/** The unit that a text means: of a parameter, a reported figure or a factor, whose units are words in a file. */
export function readUnit(words: string): Unit {
  if (words.startsWith('dollars')) return { kind: 'money', words: words as `dollars${string}` };
  if (words.startsWith('share')) return { kind: 'share', words: words as `share${string}` };
  if (words === 'points') return points;
  return { kind: whole.some((one) => words.startsWith(one)) ? 'count' : 'amount', words };
}
