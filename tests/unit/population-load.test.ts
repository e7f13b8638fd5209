import { describe, expect, test } from 'vitest';
import { InputError } from '../../engine/input/index.js';
import {
  describePopulation,
  loadPopulation,
  populationNames,
  type Population,
} from '../../engine/population/index.js';

const sum = (values: ArrayLike<number>): number => Array.from(values).reduce((all, value) => all + value, 0);

/** Students, educators and low-income students of the schools of each district. */
function schoolTotals({
  districts,
  schools,
}: Population): { students: number; educators: number; poor: number }[] {
  return districts.name.map((_, i) => {
    const [from, to] = [districts.firstSchool[i]!, districts.firstSchool[i + 1]!];
    const students = schools.students.slice(from, to);
    return {
      students: sum(students),
      educators: sum(schools.educators.slice(from, to)),
      poor: sum(schools.lowIncome.slice(from, to).map((share, j) => share * students[j]!)),
    };
  });
}

describe.each(populationNames)('$id', async ({ id, districts, schools, synthetic, title }) => {
  const population = await loadPopulation(id);
  const { districts: d, schools: s } = population;
  /** Districts, or schools, of which something does not hold. */
  const breaches = (values: ArrayLike<number>, holds: (value: number, i: number) => boolean): number[] =>
    Array.from(values.length > 0 ? values : [NaN]).flatMap((value, i) => (holds(value, i) ? [] : [i]));

  test('has the counts that the list announces', () => {
    expect(population).toMatchObject({ id, title, synthetic });
    expect(d.count).toBe(districts);
    expect(s.count).toBe(schools);
    expect(d.firstSchool.at(-1)).toBe(schools);
  });

  test("school figures add up to their district's, and every district has a school", () => {
    const totals = schoolTotals(population);
    expect(breaches(d.students, (value, i) => totals[i]?.students === value)).toEqual([]);
    expect(breaches(d.educators, (value, i) => totals[i]?.educators === value)).toEqual([]);
    const mean = (i: number): number => totals[i]!.poor / totals[i]!.students;
    expect(breaches(d.lowIncome, (value, i) => Math.abs(mean(i) - value) < 1e-9)).toEqual([]);
    expect(breaches(d.students, (_, i) => d.firstSchool[i + 1]! > d.firstSchool[i]!)).toEqual([]);
  });

  test('values are whole, inside their ranges and addressed uniquely', () => {
    expect(breaches(s.students, (n) => Number.isInteger(n) && n >= 1)).toEqual([]);
    expect(breaches(s.educators, (n) => Number.isInteger(n) && n >= 2)).toEqual([]);
    expect(breaches(d.lowIncome, (share) => share >= 0 && share <= 1)).toEqual([]);
    expect(breaches(s.lowIncome, (share) => share >= 0 && share <= 1)).toEqual([]);
    expect(breaches(s.api, (score) => Number.isNaN(score) || (score >= 200 && score <= 1000))).toEqual([]);
    expect(breaches(s.type, (type) => type <= 2)).toEqual([]);
    expect(new Set(d.key).size).toBe(d.count);
    expect(new Set(s.key).size).toBe(s.count);
    expect(new Set(d.state).size).toBe(population.states.length);
    expect(new Set(d.region).size).toBe(population.regions.length);
  });

  test('can be sent to a worker', () => {
    expect(structuredClone(population).schools.students).toEqual(s.students);
  });
});

test('a name that does not exist gives the nearest one', async () => {
  await expect(loadPopulation('masachusetts')).rejects.toThrow(InputError);
  await expect(loadPopulation('masachusetts')).rejects.toThrow(
    /must be one of .*; did you mean massachusetts\?/,
  );
});

test('Massachusetts has the totals and marginals of the real state', async () => {
  const facts = describePopulation(await loadPopulation('massachusetts'));
  expect(facts).toMatchObject({ states: 1, regions: 6, districts: 327, schools: 1778, students: 911146 });
  expect(facts.studentsPerEducator).toBeCloseTo(13.6, 1);
  expect(facts.lowIncome).toBeCloseTo(0.383, 9);
  expect(facts.sizeLowIncomeCorrelation).toBeGreaterThan(0.09);
  expect(facts.sizeLowIncomeCorrelation).toBeLessThan(0.15);
  const types = facts.schoolTypes;
  expect(types.elementary / 1778).toBeCloseTo(4421 / 6194, 1);
  expect(types.middle / 1778).toBeCloseTo(1018 / 6194, 1);
  expect(types.high / 1778).toBeCloseTo(755 / 6194, 1);
  expect(facts.spread.schools.min).toBe(1);
});

test('ABC Unified has 28 real schools, scaled to the 927 teachers and 20,801 students of the study', async () => {
  const population = await loadPopulation('abc-unified');
  expect(describePopulation(population)).toMatchObject({
    districts: 1,
    schools: 28,
    students: 20801,
    educators: 927,
  });
  expect(population.apiNoise).toBe('study');
  const cerritos = population.schools.name.indexOf('Cerritos High');
  expect(population.schools.api[cerritos]).toBe(771);
  expect(population.schools.lowIncome[cerritos]).toBe(0.04);
});

test('California keeps its real scores, counties and types, and says what was imputed', async () => {
  const population = await loadPopulation('california-2000');
  const facts = describePopulation(population);
  expect(facts.schoolTypes).toEqual({ elementary: 4421, middle: 1018, high: 755 });
  expect(facts.regions).toBe(57);
  expect(sum(population.schools.api) / 6194).toBeCloseTo(664.7, 1);
  expect(population.source).toMatch(/37 of the 6,194\s+enrolments are missing/);
  expect(population.apiNoise).toBe('california');
});

test('states and regions of several states have names of their own', async () => {
  const { states, regions } = await loadPopulation('new-england');
  expect(states).toEqual([
    'Massachusetts',
    'Connecticut',
    'Maine',
    'New Hampshire',
    'Rhode Island',
    'Vermont',
  ]);
  expect(regions[0]).toBe('Massachusetts, Region 1');
  expect(new Set(regions).size).toBe(regions.length);
});

test("Massachusetts is the same state inside New England's population", async () => {
  const state = await loadPopulation('massachusetts');
  const { districts } = await loadPopulation('new-england');
  expect(districts.students.slice(0, 327)).toEqual(state.districts.students);
  expect(districts.key.slice(0, 327)).toEqual(state.districts.key);
});
