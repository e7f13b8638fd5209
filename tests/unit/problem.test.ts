import { expect, test } from 'vitest';
import { formatProblems, InputError, type Problem } from '../../engine/evidence/index.js';

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
