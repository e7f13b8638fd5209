import { beforeAll, describe, expect, test } from 'vitest';
import { drawParameters } from '../../../engine/evidence/index.js';
import { draw, drawName, rootKey, tickKeys, uniform } from '../../../engine/random/index.js';
import { createKernel } from '../../../engine/run.js';
import { mean, scenarioWith, smallPopulation } from './small-world.js';

const years = 6;
const relaxation = 1 - Math.exp(-1 / 2); // ties follow with a time constant of two years
const pairDraw = drawName('test.pair');

/** Counts of ties, [year][school]. */
type Counts = readonly (readonly number[])[];

/** What the kernel counts, and the chance of a renewed pair to be a tie, both [year][school]. */
function countProcess(): { counts: number[][]; chances: number[][]; possible: readonly number[] } {
  // Schools of 4 to 31 educators: those whose count is inverted exactly and those where it is expanded.
  const population = smallPopulation(300, (i) => ({ students: 2500, educators: 16 + i / 3, schools: 4 }));
  const scenario = scenarioWith('no-partnership', [`years=${String(years)}`]);
  const root = rootKey('ties');
  const { stepper } = createKernel(population);
  const { state, world } = stepper.model;
  stepper.begin(scenario, drawParameters(root, 0, scenario.assumptions), root, 0);
  const counts = [[...state.schools.ties]];
  const chances = [[...state.schools.tieChance]];
  for (let month = 1; month <= 12 * years; month++) {
    stepper.step(month);
    if (month % 12 !== 0) continue;
    counts.push([...state.schools.ties]);
    chances.push([...state.schools.tieChance]);
  }
  return { counts, chances, possible: [...world.possibleTies] };
}

/** Every pair of educators by itself: each year it forms or dissolves with a chance of its own. */
function pairProcess(start: readonly number[], chances: Counts, possible: readonly number[]): number[][] {
  const root = rootKey('pairs');
  const keys = new Int32Array(2);
  const counts = [[...start], ...chances.slice(1).map(() => new Array<number>(start.length).fill(0))];
  start.forEach((present, school) => {
    const tied = Array.from({ length: possible[school]! }, (_, pair) => pair < present);
    for (let year = 1; year <= years; year++) {
      tickKeys(root, school, pairDraw, year, keys);
      const renewed = relaxation * chances[year]![school]!;
      tied.forEach((was, pair) => {
        const u = uniform(draw(keys[0]!, keys[1]!, pair));
        tied[pair] = was ? u < 1 - relaxation + renewed : u < renewed;
        if (tied[pair]) counts[year]![school]!++;
      });
    }
  });
  return counts;
}

/** Counts less their expectation given the start, in standard deviations: for each of the pairs, that is known. */
function residuals(counts: Counts, chances: Counts, possible: readonly number[], year: number): number[] {
  return counts[year]!.map((count, school) => {
    const start = counts[0]![school]!;
    let tied = 1;
    let free = 0;
    for (let y = 1; y <= year; y++) {
      const renewed = relaxation * chances[y]![school]!;
      tied = (1 - relaxation) * tied + renewed;
      free = (1 - relaxation) * free + renewed;
    }
    const others = possible[school]! - start;
    const variance = start * tied * (1 - tied) + others * free * (1 - free);
    return (count - start * tied - others * free) / Math.sqrt(variance);
  });
}

/** Largest distance between two empirical distribution functions, in units in which 1.95 has a chance of 0.001. */
function kolmogorovSmirnov(a: readonly number[], b: readonly number[]): number {
  const all = [...a.map((x) => [x, 1 / a.length]), ...b.map((x) => [x, -1 / b.length])].sort(
    ([x], [y]) => x! - y!,
  );
  let gap = 0;
  let widest = 0;
  all.forEach(([x, weight], i) => {
    gap += weight!;
    if (all[i + 1]?.[0] !== x) widest = Math.max(widest, Math.abs(gap));
  });
  return widest * Math.sqrt((a.length * b.length) / (a.length + b.length));
}

function correlation(a: readonly number[], b: readonly number[]): number {
  const product = mean(a.map((x, i) => x * b[i]!)) - mean(a) * mean(b);
  const variance = (x: readonly number[]): number => mean(x.map((value) => value * value)) - mean(x) ** 2;
  return product / Math.sqrt(variance(a) * variance(b));
}

describe('the count of ties in a school and its pairs one by one are one process', () => {
  let kernel: (year: number) => number[];
  let pairs: (year: number) => number[];

  beforeAll(() => {
    const { counts, chances, possible } = countProcess();
    const explicit = pairProcess(counts[0]!, chances, possible);
    kernel = (year) => residuals(counts, chances, possible, year);
    pairs = (year) => residuals(explicit, chances, possible, year);
  });

  test.each([1, 2, 3, 6])('with one distribution after %d years', (year) => {
    expect(kolmogorovSmirnov(kernel(year), pairs(year))).toBeLessThan(1.95);
  });

  test.each([1, 3, 6])(
    'with the expectation and the variance of independent pairs after %d years',
    (year) => {
      const values = kernel(year);
      const error = 1 / Math.sqrt(values.length);
      expect(Math.abs(mean(values)) / error).toBeLessThan(4);
      expect(Math.abs(mean(values.map((z) => z * z)) - 1) / (Math.SQRT2 * error)).toBeLessThan(4);
    },
  );

  test('and with one memory from year to year', () => {
    const gap = correlation(kernel(5), kernel(6)) - correlation(pairs(5), pairs(6));
    expect(Math.abs(gap)).toBeLessThan(4 * Math.sqrt(2 / 1200));
    expect(correlation(kernel(5), kernel(6))).toBeGreaterThan(0.4);
  });
});
