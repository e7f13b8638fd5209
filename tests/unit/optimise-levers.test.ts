import { describe, expect, test } from 'vitest';
import { hypervolume } from '../../engine/statistics/index.js';
import {
  leverAmounts,
  type OptimisationDocument,
  optimiseLevers,
  type OptimiseSpec,
  parseFactors,
} from '../../engine/analysis/index.js';
import { roundMix } from '../../engine/analysis/optimise/lever-mix.js';
import { optimisationReport } from '../../engine/cli/report/optimisation-report.js';
import { optimisationFiles } from '../../engine/output/index.js';
import { parseScenario } from '../../engine/scenario/index.js';
import { tinyPopulation } from './ensemble-fake-kernel.js';
import { madeUpWorld, oneYear } from './study-kernel.js';

const scenario = oneYear('mep');
/** Conferences gain three times as much for their money as research; ties gain nothing; some futures halve all. */
const world = madeUpWorld({
  lasting: ({ lever, replicate }) =>
    (6 * lever('conferences', 'perYear') + 4 * lever('research', 'programmes')) *
    (replicate % 3 === 0 ? 0.5 : 1),
  cost: ({ lever }) =>
    1e6 * lever('conferences', 'perYear') +
    2e6 * lever('research', 'programmes') +
    1e6 * lever('learningNetwork', 'ties'),
});
const list = 'levers.conferences.perYear,levers.research.programmes,levers.learningNetwork.ties';
const spec: OptimiseSpec = {
  scenario,
  population: tinyPopulation,
  seed: 'a',
  replicates: 3,
  finalReplicates: 6,
  factors: parseFactors(list, scenario, '--factors'),
  outcome: 'lasting',
  budget: 7e6,
  budgetOf: 'mean',
  mixes: 16,
  generations: 16,
};
const best = ({ mixes }: OptimisationDocument) => mixes.at(-1)!;
const documentOf = async (
  changes: Partial<OptimiseSpec> = {},
  executor = world,
): Promise<OptimisationDocument> => (await optimiseLevers({ ...spec, ...changes }, executor)).document;

describe('an optimisation', () => {
  test('spends on what gains most, up to the budget', async () => {
    const document = await documentOf();
    const { levers, cost, gain } = best(document);
    const optimum = 30 * (5 / 6); // four conferences, and research for what is left
    expect(gain).toBeGreaterThan(0.95 * optimum);
    expect(gain).toBeLessThanOrEqual(optimum);
    expect(levers['levers.learningNetwork.ties']).toBe(0);
    expect(cost).toBeLessThanOrEqual(spec.budget);
  });

  test('gives a front: what costs more gains more, and nothing breaks the budget', async () => {
    const { mixes, robust } = await documentOf();
    for (const [index, mix] of mixes.entries()) {
      expect(mix.cost).toBeLessThanOrEqual(spec.budget);
      if (index > 0) expect(mix.gain).toBeGreaterThan(mixes[index - 1]!.gain);
    }
    expect(mixes.find(({ name }) => name === robust)?.worstRegret).toBe(
      Math.min(...mixes.map(({ worstRegret }) => worstRegret)),
    );
  });

  test('gives the same again', async () => {
    expect(await optimiseLevers(spec, world)).toEqual(await optimiseLevers(spec, world));
  });

  test('counts less as a gain where less is better', async () => {
    const fewer = madeUpWorld({
      adversarial: ({ lever }) => 100 - lever('conferences', 'perYear'),
      cost: ({ lever }) => lever('conferences', 'perYear'),
    });
    const document = await documentOf({ outcome: 'adversarial' }, fewer);
    expect(best(document).gain).toBeCloseTo(4, 10);
  });

  test('can hold the budget in nine of ten futures', async () => {
    const dear = madeUpWorld({
      lasting: ({ lever }) => lever('conferences', 'perYear'),
      cost: ({ lever, replicate }) => lever('conferences', 'perYear') * (replicate % 3 === 0 ? 9e6 : 1e6),
    });
    const careful = await documentOf({ budgetOf: 'q90' }, dear);
    expect(best(careful).cost90).toBeLessThanOrEqual(spec.budget);
    expect(best(careful).gain).toBeLessThan(best(await documentOf({}, dear)).gain);
  });

  test('under a budget that nothing keeps is refused with what the cheapest costs', async () => {
    const factors = parseFactors('levers.conferences.perYear=2..4', scenario, '--factors');
    await expect(optimiseLevers({ ...spec, factors, budget: 1e6 }, world)).rejects.toThrow(
      /budget: 1000000 must allow at least one mix; the cheapest found costs 6000000/,
    );
  });

  test('runs the corners first: a maximum that is affordable is on the front', async () => {
    // Only all amounts together gain: nothing on the way there tells of it.
    const cliff = madeUpWorld({
      lasting: ({ lever }) =>
        lever('conferences', 'perYear') === 4 && lever('research', 'programmes') === 3 ? 9 : 0,
      cost: ({ lever }) => lever('conferences', 'perYear') + lever('learningNetwork', 'ties'),
    });
    const { mixes } = await documentOf({ generations: 0 }, cliff);
    expect(mixes.at(-1)).toMatchObject({ gain: 9, levers: { 'levers.conferences.perYear': 4 } });
  });

  test.each([
    ['luck', [2, -1], true],
    ['more than luck', [4, 4], false],
  ])('all at their limits, beaten by %s: on the front %s', async (_, extra, shown) => {
    const factors = parseFactors(
      'levers.conferences.perYear,levers.research.programmes',
      scenario,
      '--factors',
    );
    const limits = { 'levers.conferences.perYear': 4, 'levers.research.programmes': 3 };
    const close = madeUpWorld({
      lasting({ lever, replicate }) {
        const [conferences, research] = [lever('conferences', 'perYear'), lever('research', 'programmes')];
        if (conferences < 4) return conferences;
        if (research === 3) return replicate === spec.replicates ? 2 : 7;
        return 4 + research + (research === 2.5 ? extra[(replicate + 1) % 2]! : 0);
      },
      cost: ({ lever }) => 1e6 + lever('conferences', 'perYear') + lever('research', 'programmes'),
    });
    const { mixes } = await documentOf({ factors, mixes: 8, generations: 8 }, close);
    const gains = mixes.map(({ gain }) => gain);
    expect(Math.max(...gains)).toBeGreaterThan(37 / 6); // what the limits gain
    expect(mixes.some(({ levers }) => JSON.stringify(levers) === JSON.stringify(limits))).toBe(shown);
  });

  test('of two levers is within 2 percent of the full grid', async () => {
    const factors = parseFactors(
      'levers.conferences.perYear,levers.research.programmes',
      scenario,
      '--factors',
    );
    const document = await documentOf({ factors, mixes: 8, generations: 12, budget: 9e6 });
    const ties = scenario.levers.learningNetwork.values['ties']!;
    const grid = [];
    for (let conferences = 0; conferences <= 4; conferences += 0.5)
      for (let research = 0; research <= 3; research += 0.5)
        grid.push({
          gain: 5 * conferences + (10 / 3) * research,
          cost: 1e6 * (conferences + 2 * research + ties),
        });
    const volume = (mixes: readonly { readonly gain: number; readonly cost: number }[]): number =>
      hypervolume(
        mixes.map(({ gain, cost }) => [-gain, cost]),
        [0, 9e6],
      );
    expect(document.searchedMixes).toBeLessThanOrEqual(grid.length);
    expect(volume(document.mixes)).toBeGreaterThan(0.98 * volume(grid));
  });

  test('shows of mixes that come to the same only the one of the least amounts', async () => {
    const idle = madeUpWorld({ lasting: ({ lever }) => lever('conferences', 'perYear'), cost: () => 1 });
    const { mixes } = await documentOf({}, idle);
    expect(mixes.map(({ levers }) => Object.values(levers))).toEqual([[4, 0, 0]]);
    const none = await documentOf({}, madeUpWorld({ cost: () => 1 }));
    expect(none.mixes.map(({ levers }) => Object.values(levers))).toEqual([[0, 0, 0]]);
    expect(optimisationReport(none, scenario)).toMatch(/None of the \d+ mixes [^]*gains anything/);
  });

  test('of fewer mixes than a generation has runs each once, and none between the steps', async () => {
    const factors = parseFactors('levers.conferences.perYear=0..1', scenario, '--factors');
    const { archive } = await optimiseLevers({ ...spec, factors, mixes: 8, generations: 2 }, world);
    const searched = archive.filter(({ stage }) => stage === 'search').map(({ mix }) => mix[0]);
    expect(searched.sort()).toEqual([0, 0.5, 1]);
  });

  test('of more generations begins with that of fewer, and tells when it has not come to rest', async () => {
    const short = await optimiseLevers({ ...spec, generations: 2 }, world);
    const long = await optimiseLevers(spec, world);
    const beginning = long.archive.filter(({ stage, generation }) => stage === 'search' && generation <= 2);
    expect(short.archive.filter(({ stage }) => stage === 'search')).toEqual(beginning);
    const [few, many] = [short.document, long.document];
    const { byGeneration } = many.hypervolume;
    expect(byGeneration).toHaveLength(17);
    expect(byGeneration).toEqual([...byGeneration].sort((a, b) => a - b));
    expect([few.hypervolume.growing, many.hypervolume.growing]).toEqual([true, false]);
    expect(optimisationReport(few, scenario)).toMatch(/Warning:[^]*give --generations 20/);
    expect(optimisationReport(many, scenario)).not.toContain('Warning');
  });

  test('prints figures of fresh futures: luck in those of the search is not in them', async () => {
    // In the futures of the search research seems to gain what it never gains again.
    const lucky = madeUpWorld({
      lasting: ({ lever, replicate }) =>
        lever('conferences', 'perYear') +
        (replicate < spec.replicates ? 100 : 0) * lever('research', 'programmes'),
      cost: ({ lever }) => 1e6 * lever('conferences', 'perYear') + 1e5 * lever('research', 'programmes'),
    });
    const { mixes } = await documentOf({}, lucky);
    expect(Math.max(...mixes.map(({ gain }) => gain))).toBe(4);
    for (const { gain, levers } of mixes) expect(gain).toBe(levers['levers.conferences.perYear']);
  });

  test('names its mixes so that they sort as their numbers do, and tells what of the budget each uses', async () => {
    const { mixes } = await documentOf({ mixes: 32 });
    expect(mixes.length).toBeGreaterThan(9);
    expect(mixes.map(({ name }) => name)).toEqual(mixes.map(({ name }) => name).sort());
    for (const { cost, budgetShare } of mixes) expect(budgetShare).toBeCloseTo(cost / spec.budget, 12);
  });

  test('of an outcome without a direction is refused', async () => {
    await expect(optimiseLevers({ ...spec, outcome: 'ibbTrained' }, world)).rejects.toThrow(
      /outcome: 'ibbTrained' must have a better direction/,
    );
  });
});

test('a mix lies on the steps of its levers, and what belongs to a lever that is off is at its least', () => {
  const factors = leverAmounts(scenario);
  const at = (address: string): number => factors.findIndex((factor) => factor.address === address);
  const point = Float64Array.from(factors, ({ low, high }) => low + 0.4321 * (high - low));
  point[at('levers.stateInstitution.instructors')] = 0.3;
  const mix = roundMix(point, factors);
  expect(mix[at('levers.conferences.perYear')]).toBe(1.5);
  expect(mix[at('levers.stateInstitution.facilitators')]).toBe(0);
  expect(mix[at('levers.stateInstitution.leadersTrained')]).toBe(0);
});

test('each mix is written as a scenario that reads back with its amounts', async () => {
  const document = await documentOf();
  const files = optimisationFiles(document, scenario, 'accord-sim optimise');
  for (const { name, levers } of document.mixes) {
    const read = parseScenario(files[`${name}.yaml`]!, { path: `${name}.yaml`, name });
    expect(read.levers.conferences.values['perYear']).toBe(levers['levers.conferences.perYear']);
    expect(read.levers.stateInstitution).toEqual(scenario.levers.stateInstitution);
  }
});
