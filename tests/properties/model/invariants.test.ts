import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { engagement, practice } from '../../../engine/model/codes.js';
import { levers } from '../../../engine/model/levers/index.js';
import { outcomes } from '../../../engine/model/outcomes/index.js';
import type { Model } from '../../../engine/model/rule.js';
import type { Scenario } from '../../../engine/scenario/index.js';
import { createKernel } from '../../../engine/run.js';
import { at, runReplicate, scenarioWith, smallPopulation, walk } from '../../exact/model/small-world.js';

const years = 3;
const months = 12 * years;

/** Any setting of the six levers within their ranges, in any context. */
const anyScenario: fc.Arbitrary<Scenario> = fc
  .record({
    values: fc.tuple(
      ...levers.map(({ fields }) =>
        fc.tuple(
          ...fields.map(({ min, max, integer }) =>
            integer ? fc.integer({ min, max }) : fc.double({ min, max, noNaN: true }),
          ),
        ),
      ),
    ),
    timing: fc.tuple(fc.nat(months), fc.nat(months), fc.nat(12)),
    context: fc.record({
      turnover: fc.double({ min: 0, max: 5, noNaN: true }),
      mandatePressure: fc.double({ min: 0, max: 1, noNaN: true }),
      hostileLaw: fc.record({ month: fc.nat(months), severity: fc.double({ min: 0, max: 1, noNaN: true }) }),
      budgetShock: fc.record({
        month: fc.nat(months),
        months: fc.nat(months),
        severity: fc.double({ min: 0, max: 1, noNaN: true }),
      }),
    }),
    delay: fc.nat(24),
  })
  .map(({ values, timing: [start, length, rampMonths], context, delay }) => ({
    ...scenarioWith('no-partnership', [`years=${String(years)}`]),
    levers: Object.fromEntries(
      levers.map(({ id, fields }, l) => [
        id,
        {
          startMonth: start,
          endMonth: start + length,
          rampMonths,
          values: Object.fromEntries(fields.map((field, f) => [field.id, values[l]![f]!])),
        },
      ]),
    ) as Scenario['levers'],
    context,
    stateDelays: { There: delay },
  }));

const districts = 40;
const population = smallPopulation(districts, (i) => ({
  state: i % 4 === 0 ? 'There' : 'Here',
  schools: 1 + (i % 3),
}));
const kernel = createKernel(population);
const funnel = ['inquired', 'trained', 'facilitated', 'continued'] as const;

describe('in any scenario', () => {
  test('counts sum to the districts, reported values stay on their scales, totals never fall', () => {
    fc.assert(
      fc.property(anyScenario, fc.nat(1000), (scenario, replicate) => {
        const out = runReplicate(kernel, scenario, replicate);
        const breaches = Array.from({ length: months + 1 }, (_, month) => breachesAt(out, month));
        expect(breaches.flat()).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  test('what is pushed or counted on the way equals what a recount finds', () => {
    fc.assert(
      fc.property(anyScenario, fc.nat(1000), (scenario, replicate) => {
        walk(population, scenario, recount, replicate);
      }),
      { numRuns: 8 },
    );
  });
});

/** Ids of the outcomes that break a law in a month; a law that ties several names them together. */
function breachesAt(out: Float64Array, month: number): string[] {
  const now = (id: string): number => at(out, id, month);
  const within = (id: string, low: number, high: number): [string, boolean] => [
    id,
    now(id) >= low && now(id) <= high,
  ];
  const atMost = (less: string, more: string, times = 1): [string, boolean] => [
    `${less} <= ${more}`,
    now(less) <= times * now(more),
  ];
  const rising = ['engaged', ...funnel, 'switchedBack', 'ratified', 'dcp', 'cost'];
  const laws: [string, boolean][] = [
    ['sum of practices', now('adversarial') + now('ibbTrained') + now('collaborative') === districts],
    within('aware', 0, districts),
    within('engaged', 0, districts),
    within('partnershipQuality', 1, 4),
    within('schoolDensity', 0, 1),
    within('networkDensity', 0, 1),
    within('api', 200, 1000),
    atMost('lasting', 'collaborative'),
    atMost('inquired', 'engaged'),
    atMost('trained', 'inquired'),
    atMost('facilitated', 'trained'),
    atMost('continued', 'facilitated'),
    atMost('switchedBack', 'facilitated'),
    ...outcomes.map(({ id }): [string, boolean] => [id, Number.isFinite(now(id))]),
    ...(month === 0 ? [] : rising.map((id): [string, boolean] => [id, now(id) >= at(out, id, month - 1)])),
  ];
  return laws.filter(([, holds]) => !holds).map(([name]) => `${name} in month ${String(month)}`);
}

function recount({ state, world }: Model, month: number): void {
  const neighbours = new Uint16Array(world.districts);
  let active = 0;
  for (let tie = 0; tie < world.ties.count; tie++) {
    if (!state.activeTies[tie]) continue;
    active++;
    neighbours[world.ties.a[tie]!]! += state.deep[world.ties.b[tie]!]!;
    neighbours[world.ties.b[tie]!]! += state.deep[world.ties.a[tie]!]!;
  }
  expect(state.totals.activeTies).toBe(active);
  expect([...state.experiencedNeighbours]).toEqual([...neighbours]);
  const odd = Array.from({ length: world.districts }, (_, d) => d).filter(
    (d) =>
      state.depth[d]! < 0 ||
      state.depth[d]! > 1 ||
      state.grantMonths[d]! < 0 ||
      state.contractEnd[d]! <= month ||
      (state.deep[d] === 1 && state.practice[d] !== practice.collaborative) ||
      (state.queuedSince[d]! >= 0 && state.engagement[d] !== engagement.inquired),
  );
  expect(odd).toEqual([]);
  const overfull = [...state.schools.ties].filter((ties, i) => ties < 0 || ties > world.possibleTies[i]!);
  expect(overfull).toEqual([]);
}
