import { expect, test } from 'vitest';
import { leverContributions } from '../../engine/analysis/index.js';
import { levers } from '../../engine/model/levers/index.js';
import { tinyPopulation } from './ensemble-fake-kernel.js';
import { madeUpWorld, oneYear } from './study-kernel.js';

const [baseline, scenario] = [oneYear('no-partnership'), oneYear('six-levers')];
const spec = {
  population: tinyPopulation,
  seed: 'a',
  replicates: 5,
  baseline,
  scenario,
  outcomes: ['lasting'],
};
/** Three conferences add 30; research and ties only work together and then add 8; in each replicate a bit more. */
const world = madeUpWorld({
  lasting: ({ lever, luck }) =>
    (10 + luck / 100) * lever('conferences', 'perYear') +
    lever('research', 'programmes') * lever('learningNetwork', 'ties') +
    luck,
});

test('contributions sum to the whole effect, what works together is shared, and luck is nobody’s', async () => {
  const { outcomes } = await leverContributions(spec, world);
  const { contributions, total } = outcomes['lasting']!;
  const of = (id: string) => contributions.find(({ lever }) => lever === id)!;
  expect(of('research').mean).toBeCloseTo(4, 10);
  expect(of('learningNetwork').mean).toBeCloseTo(4, 10);
  expect(of('conferences').mean).toBeGreaterThan(30);
  expect(of('conferences').low).toBeLessThan(of('conferences').mean);
  expect(of('conferences').q05).toBeGreaterThanOrEqual(30);
  expect(of('incentives')).toMatchObject({ mean: 0, low: 0, high: 0 });
  expect(total).toBeCloseTo(
    contributions.reduce((sum, { mean }) => sum + mean, 0),
    10,
  );
  expect(contributions.map(({ lever }) => lever)).toEqual(levers.map(({ id }) => id));
});

test('levers that both set alike contribute exactly nothing and cost no runs', async () => {
  let runs = 0;
  const counting = madeUpWorld({}, () => void runs++);
  const one = { ...scenario, levers: { ...baseline.levers, research: scenario.levers.research } };
  await leverContributions({ ...spec, scenario: one, replicates: 1 }, counting);
  expect(runs).toBe(2);
  const same = await leverContributions({ ...spec, scenario: baseline }, world);
  expect(same.outcomes['lasting']).toMatchObject({ total: 0 });
});

test('an assumption of the scenario holds in all subsets', async () => {
  const held = { ...scenario, assumptions: { causalShare: 0.25 } };
  const asked = new Set<number>();
  const seen = madeUpWorld({ lasting: ({ parameter }) => (asked.add(parameter('causalShare')), 0) });
  await leverContributions({ ...spec, scenario: held }, seen);
  expect([...asked]).toEqual([0.25]);
});

test.each([
  ['an unknown outcome', { outcomes: ['gain'] }, /must be the id of an outcome/],
  ['other years', { baseline: { ...baseline, years: 2 } }, /baseline\.years: 2 must be 1/],
])('%s are refused', async (_, changes, words) => {
  await expect(leverContributions({ ...spec, ...changes }, world)).rejects.toThrow(words);
});

test('a subset that fails is named by its levers', async () => {
  const failing = madeUpWorld({}, ({ levers: { research, conferences } }) => {
    if (research.values['programmes'] === 2 && conferences.values['perYear'] === 0) throw new Error('boom');
  });
  await expect(leverContributions(spec, failing)).rejects.toThrow(/levers .*research.*boom/);
});
