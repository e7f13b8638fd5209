import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  countProblems,
  formatProblems,
  InputError,
  visible,
  type Problem,
} from '../../engine/input/index.js';

const problem: Problem = {
  path: 'districts.csv',
  line: 7,
  column: 'students',
  value: 'many',
  rule: 'must be a number',
  remedy: 'write digits',
};

test('a problem names place, value, rule and remedy in one line', () => {
  expect(formatProblems([problem])).toBe("districts.csv:7: students = 'many' must be a number; write digits");
});

test('numbers stand bare, long and multi-line values are cut to one readable line', () => {
  expect(formatProblems([{ ...problem, value: '-2' }])).toContain('students = -2 must');
  const long = formatProblems([{ ...problem, value: `a\nb${'c'.repeat(100)}` }]);
  expect(long).toContain("'a bccc");
  expect(long).not.toContain('\n');
  expect(long.length).toBeLessThan(150);
});

test('line, column and remedy are optional', () => {
  const { path, value, rule } = problem;
  expect(formatProblems([{ path, value, rule, remedy: '' }])).toBe("districts.csv: 'many' must be a number");
});

test('fifty problems are shown, the others counted', () => {
  const error = new InputError(Array.from({ length: 53 }, (_, line) => ({ ...problem, line })));
  expect(error.problems).toHaveLength(53);
  expect(error.message.split('\n')).toHaveLength(51);
  expect(error.message).toMatch(/and 3 more$/);
});

test('problems that no list names are counted', () => {
  const last = { ...problem, unlisted: 2_000_000 };
  expect(countProblems([problem, last])).toBe(2_000_002);
  expect(formatProblems([problem, last]).split('\n').at(-1)).toBe('and 2000000 more');
  expect(formatProblems([problem, last], 1)).toMatch(/and 2000001 more$/);
});

test('no name turns, hides or breaks what stands around it: such characters are written out', () => {
  const name = 'a\u202eb\u200bc\u001b[2Kd\u2066e\u0085f\u2028g\ufeff';
  const text = formatProblems([
    { path: name, column: name, value: name, rule: `like ${name}`, remedy: name },
  ]);
  expect(text).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
  const seen = String.raw`a\u{202e}b\u{200b}c\u{1b}[2Kd\u{2066}e\u{85}f\u{2028}g\u{feff}`;
  expect(text).toBe(`${seen}: ${seen} = '${seen}' like ${seen}; ${seen}`);
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (any) => {
      expect(visible(any)).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
    }),
  );
  expect(visible('Ångström, Zürich, 東京, עברית 🏫')).toBe('Ångström, Zürich, 東京, עברית 🏫');
});
