import { describe, expect, test } from 'vitest';
import { loadPopulation } from '../../engine/population/index.js';
import { apportion } from '../../engine/population/apportion.js';
import { shiftLogOdds } from '../../engine/population/shift-log-odds.js';
import { makeTypes } from '../../engine/population/make-schools.js';
import { syntheticState } from '../../engine/population/synthetic-state.js';

const mean = (values: ArrayLike<number>): number =>
  Array.from(values).reduce((all, value) => all + value, 0) / values.length;
const sd = (values: readonly number[]): number => Math.sqrt(mean(values.map((v) => (v - mean(values)) ** 2)));
const logOdds = (p: number): number => Math.log(p / (1 - p));

describe('synthetic Massachusetts', async () => {
  const { districts, schools } = await loadPopulation('massachusetts');
  const logSizes = Array.from(districts.students, Math.log);

  test('log enrolment has sd 1.245, and its mean is 7.311 less the rescaling to the total', () => {
    expect(sd(logSizes)).toBeCloseTo(1.245, 1);
    // Mean of the log-normal over the mean of the state: 3,249 / 2,786.
    const rescaling = Math.log(Math.exp(7.311 + 1.245 ** 2 / 2) / (911146 / 327));
    expect(mean(logSizes)).toBeCloseTo(7.311 - rescaling, 1);
  });

  test('schools grow as the 0.643th power of enrolment where a district has several', () => {
    const large = logSizes.flatMap((x, i) => {
      const count = districts.firstSchool[i + 1]! - districts.firstSchool[i]!;
      return count >= 4 ? [[x, Math.log(count)] as const] : [];
    });
    const [mx, my] = [mean(large.map(([x]) => x)), mean(large.map(([, y]) => y))];
    const slope =
      large.reduce((all, [x, y]) => all + (x - mx) * (y - my), 0) /
      large.reduce((all, [x]) => all + (x - mx) ** 2, 0);
    expect(slope).toBeGreaterThan(0.6);
    expect(slope).toBeLessThan(0.7);
  });

  test('log odds of low income have sd 1.05 between districts and 0.45 between the schools of one', () => {
    expect(sd(Array.from(districts.lowIncome, logOdds))).toBeCloseTo(1.05, 1);
    const within = Array.from(schools.lowIncome, (share, j) => {
      const district = schools.district[j]!;
      const alone = districts.firstSchool[district + 1]! - districts.firstSchool[district]! < 8;
      return alone ? NaN : logOdds(share) - logOdds(districts.lowIncome[district]!);
    }).filter((value) => !Number.isNaN(value));
    expect(sd(within)).toBeGreaterThan(0.4);
    expect(sd(within)).toBeLessThan(0.5);
  });

  test('high schools are the largest, about 3.2 elementary schools', () => {
    const sizeOf = (type: number): number =>
      mean(schools.students.filter((_, j) => schools.type[j] === type));
    expect(sizeOf(2) / sizeOf(0)).toBeGreaterThan(2.3);
    expect(sizeOf(1)).toBeGreaterThan(sizeOf(0));
  });
});

test('largest remainders, by hand', () => {
  expect([...apportion(10, [1, 1, 1])]).toEqual([4, 3, 3]);
  expect([...apportion(7, [4, 2, 1])]).toEqual([4, 2, 1]);
  expect([...apportion(10, [1000, 1, 1], 2)]).toEqual([6, 2, 2]);
  expect([...apportion(5, [0, 0])]).toEqual([3, 2]);
  expect(() => apportion(3, [1, 1], 2)).toThrow('total = 3 must be at least 2 for each of 2');
});

test('shifted log odds reach the weighted mean that is asked for, and the ends', () => {
  const shares = shiftLogOdds(Float64Array.of(-2, 0, 3), [5, 1, 2], 0.7);
  expect((5 * shares[0]! + shares[1]! + 2 * shares[2]!) / 8).toBeCloseTo(0.7, 12);
  expect(logOdds(shares[2]!) - logOdds(shares[0]!)).toBeCloseTo(5, 9);
  expect([...shiftLogOdds(Float64Array.of(1, 2), [1, 1], 1)]).toEqual([1, 1]);
});

test('the types of a district are within one school of their shares, and right on average', () => {
  const starts = Array.from({ length: 1000 }, (_, i) => (i + 0.5) / 1000);
  for (const count of [1, 3, 10]) {
    const high = starts.map((u) => makeTypes(count, u).filter((type) => type === 2).length);
    expect(mean(high) / count).toBeCloseTo(755 / 6194, 2);
    expect(Math.max(...high) - Math.min(...high)).toBeLessThanOrEqual(1);
  }
});

test('a state of one district is that district', () => {
  const [only, ...others] = syntheticState({
    name: 'S',
    districts: 1,
    schools: 3,
    students: 500,
    lowIncome: 0.4,
  });
  expect(others).toEqual([]);
  expect(only).toMatchObject({
    name: 'District 1',
    students: 500,
    schools: 3,
    lowIncome: 0.4,
    region: 'Region 1',
  });
});
