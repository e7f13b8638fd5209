import { describe, expect, test } from 'vitest';
import { engagement, milestone, practice } from '../../../engine/model/codes.js';
import { createKernel } from '../../../engine/run.js';
import { Census } from '../../../engine/model/observation.js';
import { outcomeIndex, outcomeOf, outcomes } from '../../../engine/model/outcomes/index.js';
import type { Model } from '../../../engine/model/rule.js';
import { scenarioWith, smallPopulation, walk } from '../../exact/model/small-world.js';

const population = smallPopulation(80);
const scenario = scenarioWith('six-levers', ['years=5']);

/** What an outcome should read, counted anew from the state. */
const recounts: Readonly<Record<string, (model: Model, month: number) => number>> = {
  adversarial: ({ state }) => count(state.practice, (code) => code === practice.adversarial),
  ibbTrained: ({ state }) => count(state.practice, (code) => code === practice.ibbTrained),
  collaborative: ({ state }) => count(state.practice, (code) => code === practice.collaborative),
  lasting: ({ state }, month) =>
    count(
      state.practice,
      (code, d) => code === practice.collaborative && month - state.collaborativeSince[d]! >= 36,
    ),
  aware: ({ state }) => count(state.engagement, (code) => code !== engagement.unaware),
  studentsReached: ({ state }) =>
    population.districts.students.reduce(
      (sum, students, d) => sum + (state.practice[d] === practice.adversarial ? 0 : students),
      0,
    ),
  engaged: reached(milestone.engaged),
  inquired: reached(milestone.inquired),
  trained: reached(milestone.trained),
  facilitated: reached(milestone.facilitated),
  continued: reached(milestone.continued),
  switchedBack: reached(milestone.switchedBack),
  dcp: reached(milestone.grant),
  networkDensity: ({ state }) => count(state.activeTies, (on) => on === 1) / ((80 * 79) / 2),
};

function count(codes: Uint8Array, test: (code: number, d: number) => boolean): number {
  return codes.reduce((sum, code, d) => sum + (test(code, d) ? 1 : 0), 0);
}

function reached(bit: number): (model: Model) => number {
  return ({ state }) => state.milestones.reduce((sum, bits) => sum + (bits & bit ? 1 : 0), 0);
}

test('quarters by poverty: the poorest hold the schools with the most low-income students, and each a quarter', () => {
  const { world } = createKernel(smallPopulation(81, { schools: 2 })).stepper.model;
  const { order, from, to } = world.quarters;
  const shares = [...order].map((i) => world.population.schools.lowIncome[i]!);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: world.schools }, (_, i) => i));
  expect([from[0], to[3]]).toEqual([0, world.schools]);
  for (let q = 0; q < 4; q++) expect(to[q]! - from[q]!).toBeCloseTo(world.schools / 4, -0.5);
});

test('the mean score lies among those of the quarters', () => {
  walk(smallPopulation(7), scenarioWith('mep', ['years=1']), (model, month) => {
    const census = new Census(model);
    census.take(12 * Math.floor(month / 12));
    const quarters = [1, 2, 3, 4].map((q) => outcomeOf(`apiPoverty${q}`).read(census));
    const api = outcomeOf('api').read(census);
    expect(Math.min(...quarters)).toBeLessThanOrEqual(api);
    expect(Math.max(...quarters)).toBeGreaterThanOrEqual(api);
  });
});

describe('outcomes', () => {
  test('are sorted by id, each once, and described', () => {
    const ids = outcomes.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].sort());
    expect([...outcomeIndex.values()]).toEqual(ids.map((_, index) => index));
    expect(outcomes.filter(({ label, what, unit }) => !label || !what || !unit.words)).toEqual([]);
    expect(new Set(outcomes.map(({ rank }) => rank)).size).toBe(outcomes.length);
  });

  test.each(Object.entries(recounts))(
    '%s is what a recount of the state finds, every month',
    (id, recount) => {
      let census: Census | undefined;
      const wrong: number[] = [];
      let last = 0;
      walk(population, scenario, (model, month) => {
        census ??= new Census(model);
        census.take(month);
        last = outcomeOf(id).read(census);
        if (Math.abs(last - recount(model, month)) > 1e-12) wrong.push(month);
      });
      expect(wrong).toEqual([]);
      expect(last).toBeGreaterThan(0);
    },
  );

  test('ratified contracts are at least one for each district that ratified', () => {
    walk(population, scenario, ({ state }, month) => {
      if (month !== 60) return;
      const districts = count(state.engagement, (code) => code === engagement.ratified);
      expect(districts).toBeGreaterThan(0);
      expect(state.totals.contracts).toBeGreaterThanOrEqual(districts);
    });
  });
});
