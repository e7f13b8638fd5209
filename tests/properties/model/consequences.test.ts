import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assemble } from '../../../engine/population/assemble.js';
import type { DistrictDraft } from '../../../engine/population/draft.js';
import type { Population } from '../../../engine/population/index.js';
import { createKernel } from '../../../engine/run.js';
import type { Scenario } from '../../../engine/scenario/index.js';
import {
  at,
  draft,
  mean,
  runAll,
  runReplicate,
  scenarioWith,
  smallPopulation,
  standardError,
  withoutTies,
} from '../../exact/model/small-world.js';
import { paths } from '../../exact/model/state-copy.js';

function apart(drafts: readonly DistrictDraft[]): Population {
  return withoutTies(
    assemble(
      { id: 'small', title: 'Small', source: 'made up', synthetic: true, apiNoise: 'california' },
      drafts,
    ),
  );
}

const here = Array.from({ length: 30 }, (_, i) => draft(i));

describe('scaling a prior', () => {
  const kernel = createKernel(smallPopulation(40));
  const end = 60;
  const factor = fc.double({ min: 0.25, max: 4, noNaN: true });

  /** What the levers add to the mean score, with quality worth so many points. */
  function gain(qualityEffect: number, replicate: number): number {
    const api = (name: string): number =>
      at(runReplicate(kernel, scenarioWith(name, ['years=5'], { qualityEffect }), replicate), 'api', end);
    return api('six-levers') - api('no-partnership');
  }

  test('of what quality is worth scales the gain of the levers by the same', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 2, max: 8, noNaN: true }),
        factor,
        fc.nat(500),
        (effect, by, replicate) => {
          // Scores at the ends of their scale do not move, and sums are kept in steps of 1/65,536 point.
          const once = gain(effect, replicate);
          expect(Math.abs(gain(by * effect, replicate) - by * once)).toBeLessThan(
            0.01 + 0.02 * Math.abs(by * once),
          );
        },
      ),
      { numRuns: 12 },
    );
    expect(gain(8, 0)).toBeGreaterThan(0.2);
  });

  test('of every unit cost scales the bill by the same and nothing else', () => {
    const costs = {
      instructorCost: 90_000,
      facilitatorCost: 80_000,
      tieCost: 1_500,
      researchCost: 200_000,
      conferenceCost: 20_000,
      attendanceCost: 700,
      leaderCost: 3_000,
    };
    fc.assert(
      fc.property(factor, fc.nat(500), (by, replicate) => {
        const scaled = Object.fromEntries(Object.entries(costs).map(([id, dollars]) => [id, by * dollars]));
        const settings = [
          'years=5',
          'levers.pilotGrants.perYear=0',
          'levers.incentives.dollars=0',
          'levers.stateInstitution.leadersTrained=0.5',
        ];
        const run = (prices: Record<string, number>): Float64Array =>
          runReplicate(kernel, scenarioWith('six-levers', settings, prices), replicate);
        const [once, more] = [run(costs), run(scaled)];
        expect(at(more, 'cost', end)).toBeCloseTo(by * at(once, 'cost', end), 3);
        for (const outcome of ['collaborative', 'engaged', 'api', 'schoolDensity'])
          expect(at(more, outcome, end)).toBe(at(once, outcome, end));
      }),
      { numRuns: 8 },
    );
  });
});

describe('more districts', () => {
  const scenario = scenarioWith('mep', ['years=4']);

  test('in another state and without ties change no path here', () => {
    const before = paths(apart(here), scenario);
    const other = fc.record({
      students: fc.integer({ min: 100, max: 60_000 }),
      lowIncome: fc.double({ min: 0.02, max: 0.98, noNaN: true }),
      schools: fc.integer({ min: 1, max: 6 }),
    });
    fc.assert(
      fc.property(fc.array(other, { minLength: 1, maxLength: 12 }), (others) => {
        const strangers = others.map((change, i) =>
          draft(i, { ...change, name: `Stranger ${String(i)}`, state: 'There' }),
        );
        const after = paths(apart([...strangers, ...here]), scenario);
        for (const [name, path] of before) expect(after.get(name)).toEqual(path);
      }),
      { numRuns: 5 },
    );
  });

  test('that are a copy of a state do as its districts do, in the mean', () => {
    const copy = here.map((one) => ({ ...one, name: `Copy of ${one.name}`, state: 'There' }));
    const replicates = 200;
    const outcome = (population: Population, id: string): number[] =>
      runAll(population, scenario, replicates).map((out) => at(out, id, 48));
    for (const id of ['collaborative', 'engaged', 'trained', 'cost']) {
      const alone = outcome(apart(here), id);
      const copied = outcome(apart([...here, ...copy]), id).map((all, replicate) => all - alone[replicate]!);
      const error = Math.hypot(standardError(alone), standardError(copied));
      expect(Math.abs(mean(copied) - mean(alone)), id).toBeLessThan(4 * error);
    }
  });
});

describe('splitting a ramp', () => {
  const kernel = createKernel(smallPopulation(60));

  /** The amounts of all levers a part of theirs, on a ramp from month 6. */
  function ramped(part: number, rampMonths: number): Scenario {
    const scenario = scenarioWith('six-levers', ['years=6']);
    const levers = Object.fromEntries(
      Object.entries(scenario.levers).map(([id, lever]) => {
        const amounts = Object.entries(lever.values).map(([field, value]) => [
          field,
          isAmount(id, field) ? part * value : value,
        ]);
        return [
          id,
          {
            ...lever,
            startMonth: 6,
            endMonth: 72,
            rampMonths,
            values: Object.fromEntries(amounts) as typeof lever.values,
          },
        ];
      }),
    ) as Scenario['levers'];
    return { ...scenario, levers };
  }

  /** Fields that the ramp scales; the others say how and not how much. */
  function isAmount(lever: string, field: string): boolean {
    const amounts = ['perYear', 'ties', 'instructors', 'facilitators', 'leadersTrained', 'programmes'];
    return amounts.includes(field) || (lever === 'incentives' && field === 'dollars');
  }

  test('its first part, as a ramp of its own to what it reaches, gives the same months', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 8, max: 48 }),
        fc.nat(500),
        fc.double({ min: 0.1, max: 0.9, noNaN: true }),
        (length, replicate, share) => {
          const first = Math.max(1, Math.floor(share * length));
          const whole = runReplicate(kernel, ramped(1, length), replicate);
          const part = runReplicate(kernel, ramped((first + 1) / (length + 1), first), replicate);
          for (const outcome of [
            'collaborative',
            'engaged',
            'inquired',
            'trained',
            'aware',
            'dcp',
            'networkDensity',
            'cost',
          ]) {
            for (let month = 0; month <= 6 + first; month++)
              expect(at(part, outcome, month), `${outcome}, month ${String(month)}`).toBeCloseTo(
                at(whole, outcome, month),
                5,
              );
          }
        },
      ),
      { numRuns: 8 },
    );
  });
});
