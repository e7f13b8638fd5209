import { beforeAll, describe, expect, test } from 'vitest';
import { schoolMeans } from '../../../engine/model/schools/school-means.js';
import { at, mean, runAll, scenarioWith, smallPopulation, standardError, walk } from './small-world.js';

const years = 10;
const replicates = 40;
const population = smallPopulation(200, { schools: 1 });

/**
 * A world that is steady by its own parameters: others' training balances what is lost, and as many deepen as relapse.
 * Contracts last a month, for a state's contracts of three years start with their phases mixed and sort themselves out.
 */
const users = 0.5;
const together = 0.47;
const direct = 0.0005;
const doorMonths = 24;
const retained = 0.997;
const turnovers = 1 - Math.exp(-1 / 66) + (1 - Math.exp(-1 / 84));
const loss = turnovers * 0.2 + 1 - retained;
const opened = direct * (1 - Math.exp(-doorMonths * (1 / 66 + 1 / 84))) * (1 - users);
const steady = scenarioWith('no-partnership', [`years=${String(years)}`], {
  initialUsers: users,
  initialCollaborative: together,
  backgroundRatio: 1,
  superintendentYears: 5.5,
  unionPresidentYears: 7,
  relapseChance: 0.2,
  contractMonths: 1,
  retainedChance: retained,
  laterCollaborative: (loss * users * together - opened) / (retained * users * (1 - together)),
  depthProtection: 0,
  researchMultiplier: 1,
  directHazard: direct,
  doorMonths,
});

const outcomes = ['adversarial', 'ibbTrained', 'collaborative', 'partnershipQuality', 'schoolDensity', 'api'];

describe('a world without partnership stays as it is', () => {
  let runs: Float64Array[];

  beforeAll(() => {
    runs = runAll(population, steady, replicates, 'still');
  });

  test.each(outcomes)('%s neither rises nor falls over ten years', (outcome) => {
    for (const year of [1, 2, 5, 10]) {
      const drift = runs.map((out) => at(out, outcome, 12 * year) - at(out, outcome, 0));
      expect(Math.abs(mean(drift)) / standardError(drift), `year ${String(year)}`).toBeLessThan(3.5);
    }
  });

  test('nothing is spent, nobody is engaged', () => {
    for (const outcome of ['cost', 'engaged', 'aware', 'trained', 'dcp', 'ratified', 'networkDensity']) {
      expect(runs.map((out) => Math.max(...[0, 60, 120].map((month) => at(out, outcome, month))))).toEqual(
        runs.map(() => 0),
      );
    }
  });

  test.each(['california', 'study'] as const)(
    'the spread of scores stays too, with the noise of the %s',
    (noise) => {
      const state = smallPopulation(60, { schools: 12 }, noise);
      const spread = new Map<number, number[]>();
      for (let replicate = 0; replicate < 8; replicate++) {
        walk(
          state,
          steady,
          ({ state: { schools } }, month) => {
            if (month % 12 !== 0) return;
            const scores = schools.fixed.map((fixed, i) => fixed + schools.moving[i]!);
            const middle = mean(scores);
            const variance = mean(scores.map((score) => (score - middle) ** 2));
            spread.set(month, [...(spread.get(month) ?? []), Math.sqrt(variance)]);
          },
          replicate,
        );
      }
      for (const month of [12, 60, 120]) {
        const drift = spread.get(month)!.map((sd, replicate) => sd - spread.get(0)![replicate]!);
        expect(Math.abs(mean(drift)), `month ${String(month)}`).toBeLessThan(0.02 * mean(spread.get(0)!));
      }
    },
  );
});

test('with parameters from the evidence the mix of practices moves by two percent of the districts at most', () => {
  const runs = runAll(population, scenarioWith('no-partnership', [`years=${String(years)}`]), 80, 'drawn');
  for (const outcome of ['adversarial', 'ibbTrained', 'collaborative']) {
    const drift = mean(runs.map((out) => at(out, outcome, 12 * years) - at(out, outcome, 0)));
    expect(Math.abs(drift) / population.districts.count, outcome).toBeLessThan(0.02);
  }
});

test('the reported means are weighted: quality and density by educators, scores by students', () => {
  walk(population, steady, (model, month) => {
    if (month !== 12) return;
    const { state, world } = model;
    const { district } = world.population.schools;
    const weighted = (weight: Int32Array, value: (i: number) => number): number =>
      weight.reduce((sum, n, i) => sum + n * value(i), 0) / weight.reduce((sum, n) => sum + n, 0);
    const clamp = (x: number, low: number, high: number): number => Math.min(high, Math.max(low, x));
    const { deviation, ties, fixed, moving } = state.schools;
    const means = schoolMeans(model);
    const quality = (i: number): number => clamp(state.quality[district[i]!]! + deviation[i]!, 1, 4);
    expect(means.quality).toBeCloseTo(weighted(world.educators, quality), 4);
    const density = (i: number): number => ties[i]! / world.possibleTies[i]!;
    expect(means.density).toBeCloseTo(weighted(world.educators, density), 4);
    const score = (i: number): number => clamp(fixed[i]! + moving[i]!, 200, 1000);
    expect(means.api).toBeCloseTo(weighted(world.students, score), 3);
  });
});
