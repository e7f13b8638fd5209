import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assemble } from '../../../engine/population/assemble.js';
import type { Population } from '../../../engine/population/index.js';
import { createKernel } from '../../../engine/run.js';
import { traceReplicate } from '../../../engine/trace.js';
import { draft, runReplicate, scenarioWith, smallPopulation, walk } from '../../exact/model/small-world.js';
import { paths } from '../../exact/model/state-copy.js';

const scenario = scenarioWith('six-levers', ['years=3']);
const population = smallPopulation(40);

function populationOf(order: readonly number[]): Population {
  return assemble(
    { id: 'ordered', title: 'Ordered', source: 'made up', synthetic: true, apiNoise: 'california' },
    order.map((i) => draft(i)),
  );
}

describe('draws have addresses', () => {
  test('a replicate alone is the replicate of a batch, whatever the kernel ran before', () => {
    const used = createKernel(population);
    fc.assert(
      fc.property(fc.nat(10_000), fc.nat(10_000), (replicate, before) => {
        runReplicate(used, scenarioWith('mep', ['years=2']), before, 'another seed');
        const batch = runReplicate(used, scenario, replicate);
        expect(batch).toEqual(runReplicate(createKernel(population), scenario, replicate));
      }),
      { numRuns: 5 },
    );
  });

  test('replicates and seeds differ', () => {
    const kernel = createKernel(population);
    const first = runReplicate(kernel, scenario, 0);
    expect(runReplicate(kernel, scenario, 1)).not.toEqual(first);
    expect(runReplicate(kernel, scenario, 0, 'another seed')).not.toEqual(first);
  });

  test('the order in which districts are listed changes the path of none', () => {
    const indices = Array.from({ length: 24 }, (_, i) => i);
    const inOrder = paths(populationOf(indices), scenario);
    fc.assert(
      fc.property(
        fc.shuffledSubarray(indices, { minLength: indices.length, maxLength: indices.length }),
        (order) => {
          expect(paths(populationOf(order), scenario)).toEqual(inOrder);
        },
      ),
      { numRuns: 8 },
    );
  });

  test('observing a run never changes it', () => {
    const kernel = createKernel(population);
    const alone = runReplicate(kernel, scenario, 3);
    traceReplicate(population, scenario, 'test', 3, 0, kernel);
    expect(runReplicate(kernel, scenario, 3)).toEqual(alone);
    let months = 0;
    walk(population, scenario, () => months++, 3);
    expect(months).toBe(37);
  });

  test('the horizon is where one stops looking: more years leave the first ones as they are', () => {
    const kernel = createKernel(population);
    const long = runReplicate(kernel, scenarioWith('mep', ['years=5']), 2);
    const short = runReplicate(kernel, scenarioWith('mep', ['years=2']), 2);
    const [longMonths, shortMonths] = [61, 25];
    for (let outcome = 0; outcome < short.length / shortMonths; outcome++) {
      expect(long.slice(outcome * longMonths, outcome * longMonths + shortMonths)).toEqual(
        short.slice(outcome * shortMonths, (outcome + 1) * shortMonths),
      );
    }
  });
});

describe('common random numbers', () => {
  /** Active ties, months by ties. */
  function activeTies(settings: readonly string[], assumptions: Record<string, number> = {}): Uint8Array[] {
    const months: Uint8Array[] = [];
    walk(population, scenarioWith('mep', ['years=3', ...settings], assumptions), ({ state }) =>
      months.push(state.activeTies.slice()),
    );
    return months;
  }

  test('more network holds every tie of less', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 12, noNaN: true }),
        fc.double({ min: 0, max: 12, noNaN: true }),
        (a, b) => {
          const less = activeTies([`levers.learningNetwork.ties=${String(Math.min(a, b))}`]);
          const more = activeTies([`levers.learningNetwork.ties=${String(Math.max(a, b))}`]);
          const lost = less.filter((ties, month) => ties.some((tie, i) => tie > more[month]![i]!));
          expect(lost).toEqual([]);
        },
      ),
      { numRuns: 6 },
    );
  });

  test('the network has about the ties a district that the lever says', () => {
    const wide = smallPopulation(200);
    for (const ties of [1, 2, 4, 8]) {
      walk(
        wide,
        scenarioWith('no-partnership', ['years=1', `levers.learningNetwork.ties=${String(ties)}`]),
        ({ state }, month) => {
          if (month === 1)
            expect(Math.abs((2 * state.totals.activeTies) / 200 - ties)).toBeLessThan(0.15 * ties + 0.2);
        },
      );
    }
  });

  /** Districts with a mark, month by month. */
  function marked(settings: readonly string[], mark: (state: Marks, d: number) => boolean): boolean[][] {
    const months: boolean[][] = [];
    walk(population, scenarioWith('mep', ['years=4', ...settings]), ({ state, world }) =>
      months.push(Array.from({ length: world.districts }, (_, d) => mark(state, d))),
    );
    return months;
  }
  type Marks = Parameters<Parameters<typeof walk>[2]>[0]['state'];

  test.each([
    ['grants', 'levers.pilotGrants.perYear', [10, 20, 40], 128],
    ['conferences', 'levers.conferences.perYear', [1, 1.5, 4], 256],
    ['seats at conferences', 'levers.conferences.districts', [40, 75, 200], 256],
  ])('more %s reach every district that fewer reached, and no later', (_, field, doses, bit) => {
    const reached = doses.map((dose) =>
      marked([`${field}=${String(dose)}`], (state, d) => (state.milestones[d]! & bit) > 0),
    );
    for (let more = 1; more < reached.length; more++) {
      const lost = reached[more - 1]!.filter((month, m) =>
        month.some((was, d) => was && !reached[more]![m]![d]),
      );
      expect(lost).toEqual([]);
    }
    const total = reached.map((months) => months.at(-1)!.filter(Boolean).length);
    expect(total[0]).toBeLessThan(total.at(-1)!);
  });

  test('a parameter of a mechanism that is off changes nothing', () => {
    const kernel = createKernel(population);
    const plain = runReplicate(kernel, scenarioWith('no-partnership', ['years=2']), 0);
    const idle = runReplicate(
      kernel,
      scenarioWith('no-partnership', ['years=2'], { inquiryHazard: 0.01 }),
      0,
    );
    expect(idle).toEqual(plain);
  });
});
