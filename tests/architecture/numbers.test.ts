import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { nodesOf, parseSource, sourceFiles } from './source-files.js';

/**
 * Numbers that say nothing about the world: counting, halves of a pair, the months of a year, cells and words of 32-bit
 * arithmetic. Every other number of the model has its provenance in engine/evidence, or stands here with a reason.
 */
const arithmetic = new Set(['0', '1', '2', '0.5', '12', '0xffff', '65536', '2147483648', '4294967295']);

const argued: readonly { file: RegExp; numbers: readonly string[]; reason: string }[] = [
  {
    file: /^codes\.ts$/,
    numbers: ['3', '4', '5', '6', '7', '8', '16', '32', '64', '128', '256'],
    reason: 'codes',
  },
  { file: /^rules\/inquiry\.ts$/, numbers: ['4', '8', '16', '32'], reason: 'bits of circumstances' },
  { file: /^luck\.ts$/, numbers: ['4'], reason: 'words of a root key' },
  { file: /^start\.ts$/, numbers: ['16'], reason: 'two leaders share a draw, 16 bits each' },
  { file: /^start\.ts$/, numbers: ['600', '1200'], reason: 'months that no tenure or partnership exceeds' },
  { file: /^neighbour-chances\.ts$/, numbers: ['16'], reason: 'size of a table; more are computed' },
  { file: /^schools\/density\.ts$/, numbers: ['24', '64', '16384'], reason: 'quadrature and solver' },
  { file: /^schools\/density\.ts$/, numbers: ['3'], reason: 'the study compares thirds of the schools' },
  { file: /^schedule\.ts$/, numbers: ['1048576'], reason: 'rounding of a running sum' },
  { file: /^observation\.ts$/, numbers: ['31'], reason: 'sign bit' },
  { file: /^observation\.ts$/, numbers: ['36'], reason: 'what the outcome calls lasting' },
  { file: /^schools\/poverty-quarters\.ts$/, numbers: ['4'], reason: 'quarters' },
  {
    file: /^schools\/school-means\.ts$/,
    numbers: ['4', '200', '1000'],
    reason: 'ends of the reported scales',
  },
  {
    file: /^schools\/start-schools\.ts$/,
    numbers: ['100'],
    reason: 'the poverty slope is a percentage point',
  },
  {
    file: /^rules\/grants\.ts$/,
    numbers: ['10'],
    reason: 'the weight of need is for a tenth of the students',
  },
  { file: /^rules\/bargaining\.ts$/, numbers: ['4'], reason: 'a district has one to five units' },
  { file: /^rules\/bargaining\.ts$/, numbers: ['30'], reason: 'a unit lies in the top bits of its address' },
  { file: /^instruments\/partnership-study\.ts$/, numbers: ['4', '100', '200', '1000'], reason: 'scales' },
  { file: /^instruments\/educator-network\.ts$/, numbers: ['1e200', '1e-200'], reason: 'overflow' },
  {
    file: /^instruments\/leader-survey\.ts$/,
    numbers: ['24', '36', '65', '81', '94', '213'],
    reason: 'respondents of the two surveys, as reported',
  },
  {
    file: /^instruments\/leader-survey\.ts$/,
    numbers: ['29'],
    reason: 'a respondent lies in the top bits of its address',
  },
  {
    file: /^outcomes\/schools\.ts$/,
    numbers: ['4', '200', '1000'],
    reason: 'ends of the reported scales',
  },
  { file: /^unit\.ts$/, numbers: ['3'], reason: 'digits that are written' },
  { file: /^levers\//, numbers: ['*'], reason: "a lever's own range, its 1x and its 2x" },
];

interface Found {
  readonly file: string;
  readonly number: string;
  readonly line: number;
}

function numbersOf(file: string, source: ts.SourceFile): Found[] {
  const literals = [...nodesOf(source, isRank)].filter(ts.isNumericLiteral);
  return literals.map((literal) => ({
    file,
    number: literal.getText(source),
    line: source.getLineAndCharacterOfPosition(literal.getStart(source)).line + 1,
  }));
}

/** An outcome's place in reading order says nothing about the world. */
function isRank(node: ts.Node): boolean {
  return ts.isPropertyAssignment(node) && node.name.getText() === 'rank';
}

function reasonOf({ file, number }: Found): (typeof argued)[number] | undefined {
  return argued.find(
    (one) => one.file.test(file) && (one.numbers.includes('*') || one.numbers.includes(number)),
  );
}

function unexplained(found: readonly Found[]): string[] {
  return found
    .filter((one) => !arithmetic.has(one.number) && !reasonOf(one))
    .map(({ file, number, line }) => `engine/model/${file}:${String(line)}: ${number}`);
}

describe('numbers of the model come from the evidence', () => {
  const found = [...sourceFiles('engine/model')].flatMap(([path, source]) =>
    numbersOf(path.replace('engine/model/', ''), source),
  );

  test('no rule, lever, outcome or instrument holds one of its own', () => {
    expect(found.length).toBeGreaterThan(100);
    expect(unexplained(found)).toEqual([]);
  });

  test('every exception is still needed', () => {
    const idle = argued.flatMap(({ file, numbers, reason }) =>
      numbers
        .filter(
          (number) => !found.some((one) => file.test(one.file) && (number === '*' || number === one.number)),
        )
        .map((number) => `${number} (${reason})`),
    );
    expect(idle).toEqual([]);
  });

  test('the check can fail', () => {
    const source = parseSource('x.ts', 'export const hazard = (n: number) => 0.035 * n + 2 / 12;');
    expect(unexplained(numbersOf('rules/x.ts', source))).toEqual(['engine/model/rules/x.ts:1: 0.035']);
  });
});
