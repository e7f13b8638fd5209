import { describe, expect, test } from 'vitest';
import { inProcess } from '../../engine/ensemble/in-process.js';
import { meanOf } from '../../engine/ensemble/quantile.js';
import { outcomes } from '../../engine/model/outcomes/index.js';
import { loadPopulation } from '../../engine/population/index.js';
import { loadScenario } from '../../engine/scenario/index.js';
import { setupOf, withAssumption, type Setup } from '../../ui/state/setup.js';
import { cellOf, differencesOf, originOf, overspending, priceCell } from '../../ui/compare/cells.js';
import { planComparison, type Candidate, type ComparePlan } from '../../ui/compare/compare-plan.js';
import { leverContributions } from '../../ui/compare/contributions.js';
import { costAgainstGain } from '../../ui/compare/cost-against-gain.js';
import { leverBars } from '../../ui/compare/lever-bars.js';
import { smallMultiples } from '../../ui/compare/small-multiples.js';
import { runWorlds, type WorldValues } from '../../ui/engine/world-values.js';
import '../../ui/compare/compare-table.js';
import { openingSetup } from './ui-comparison.js';

const candidate = (name: string, setup?: Setup): Candidate => ({
  key: name,
  title: name,
  scenario: setup?.scenario ?? loadScenario(name),
});

/** Worlds whose outcomes are made up: one list of values a world, the same for every outcome but cost. */
function values(worlds: readonly (readonly number[])[], costs: readonly (readonly number[])[]): WorldValues {
  const of = (world: number, outcome: string): Float64Array =>
    Float64Array.from((outcome === 'cost' ? costs : worlds)[world]!);
  return { futures: worlds[0]!.length, horizon: of, month: (world, outcome) => of(world, outcome) };
}

const two = (): ComparePlan => planComparison(openingSetup(), [candidate('mep'), candidate('six-levers')]);

describe('the worlds of a comparison', () => {
  test('are run once each, however many columns need them', () => {
    const plan = two();
    expect(plan.worlds).toHaveLength(3);
    expect(new Set(plan.worlds.map(({ name }) => name)).size).toBe(3);
    expect(plan.columns.map(({ baseline, plain }) => [baseline, plain])).toEqual([
      [plan.baseline, plan.baseline],
      [plan.baseline, plan.baseline],
    ]);
  });

  test('of a scenario with an assumption of its own hold it in its baseline too, and not in the plain one', () => {
    const held = withAssumption(openingSetup(), 'apiPersistence', 0.2);
    const plan = planComparison(openingSetup(), [candidate('mine', held)]);
    const [column] = plan.columns;
    expect(plan.worlds[column!.baseline]!.assumptions).toEqual({ apiPersistence: 0.2 });
    expect(plan.worlds[column!.plain]!.assumptions).toEqual({});
    expect(plan.worlds[column!.baseline]!.levers).toEqual(openingSetup().baseline.levers);
  });

  test('have the districts and years of the page, and what was fitted is said', () => {
    const plan = planComparison(openingSetup(), [candidate('abc-replay')]);
    expect(new Set(plan.worlds.map(({ population, years }) => `${population} ${years}`))).toEqual(
      new Set(['massachusetts 10']),
    );
    expect(plan.columns[0]!.fitted.join()).toContain('abc-unified');
  });
});

describe('a cell', () => {
  const plan = two();
  const [column] = plan.columns;
  const made = values(
    [
      [1, 2, 3, 4],
      [3, 2, 5, 9],
      [0, 0, 0, 0],
    ],
    [
      [0, 0, 0, 0],
      [8, 8, 8, 8],
      [1, 1, 1, 1],
    ],
  );

  test('pairs future with future', () => {
    expect([...differencesOf(made, column!, 'lasting')]).toEqual([2, 0, 2, 5]);
    const { better, tied, difference } = cellOf(made, column!, 'lasting');
    expect([better, tied, difference.middle]).toEqual([0.75, 0.25, 2]);
  });

  test('fewer dollars are better', () => {
    expect(cellOf(made, column!, 'cost').better).toBe(0);
  });

  test('where not nearly all futures gain there is no price', () => {
    const some = values(
      [
        [1, 2, 3, 4],
        [0, 2, 5, 9],
      ],
      [
        [0, 0, 0, 0],
        [8, 8, 8, 8],
      ],
    );
    expect(priceCell(some, column!, 'lasting')).toBe('no price: too few futures gain');
    expect(priceCell(made, column!, 'lasting')).toMatch(/^\$4 \[\$2 to \$27\]$/);
  });

  test('where nothing is spent there is no price', () => {
    const free = values(
      [
        [1, 1],
        [2, 2],
        [0, 0],
      ],
      [
        [0, 0],
        [0, 0],
        [0, 0],
      ],
    );
    expect(priceCell(free, column!, 'lasting')).toBe('nothing more is spent');
  });

  test('overspending counts the futures beyond the budget', () => {
    const costs = values(
      [[0, 0, 0, 0]],
      [
        [0, 0, 0, 0],
        [1e6, 2e6, 3e6, 4e6],
      ],
    );
    expect(overspending(costs, { ...column!, own: 1 }, 2e6)).toBe(0.5);
  });

  test('policy and assumptions add up to the distance from the plain baseline', () => {
    const column3 = { ...column!, own: 1, baseline: 0, plain: 2 };
    const { policy, assumptions } = originOf(made, column3, 'lasting');
    const distance = meanOf(made.horizon(1, 'lasting')) - meanOf(made.horizon(2, 'lasting'));
    expect(policy + assumptions).toBeCloseTo(distance);
  });
});

describe('on a district', () => {
  const onBoston = (name: string): Setup =>
    setupOf({ ...loadScenario(name), population: 'boston' }, loadScenario('no-partnership'), 'a');
  const signal = new AbortController().signal;
  const quiet = { signal, onProgress: () => undefined, onPartial: () => undefined };

  test('worlds are the same whatever runs beside them', async () => {
    const population = await loadPopulation('boston');
    const setup = onBoston('mep');
    const both = planComparison(setup, [candidate('mep', setup), candidate('six-levers')]);
    const one = planComparison(setup, [candidate('mep', setup)]);
    const shared = { population, seed: 'a', replicates: 30, series: ['cost'] };
    const a = await runWorlds({ ...shared, worlds: both.worlds }, inProcess(), quiet);
    const b = await runWorlds({ ...shared, worlds: one.worlds }, inProcess(), quiet);
    for (const { id } of outcomes) expect(a.horizon(1, id)).toEqual(b.horizon(1, id));
    expect(a.month(1, 'cost', 120)).toEqual(Float64Array.from(a.horizon(1, 'cost'), Math.fround));
  });

  test('the levers’ shares sum to the whole difference, and a lever that does not differ has none', async () => {
    const population = await loadPopulation('boston');
    const { scenario, baseline, seed } = onBoston('mep');
    const spec = { population, scenario, baseline, seed, replicates: 5 };
    const shares = await leverContributions(spec, inProcess(), quiet);
    const plan = planComparison(onBoston('mep'), [candidate('mep', onBoston('mep'))]);
    const worlds = await runWorlds(
      { population, seed, replicates: 5, series: [], worlds: plan.worlds },
      inProcess(),
      quiet,
    );
    expect(shares['cost']!.map(({ lever }) => lever.id)).not.toContain('incentives');
    for (const id of ['cost', 'studentsReached', 'apiGain'] as const) {
      const sum = shares[id]!.reduce((all, { contribution }) => all + contribution.mean, 0);
      expect(sum).toBeCloseTo(meanOf(differencesOf(worlds, plan.columns[0]!, id)), 5);
    }
    const same = await leverContributions({ ...spec, scenario: baseline }, inProcess(), quiet);
    expect(same['lasting']).toEqual([]);
  });
});

describe('figures', () => {
  const plan = two();
  const rows = [0, 1, 2].map((world) => Array.from({ length: 40 }, (_, r) => 10 * world + (r % 7)));
  const made = values(
    rows,
    rows.map((row) => row.map((value) => 1e6 * value)),
  );
  const lasting = outcomes.find(({ id }) => id === 'lasting')!;
  const contribution = { mean: 3, low: 2, high: 4, standardError: 0.5, replicates: new Float64Array(40) };
  const lever = { id: 'research', label: 'Research' } as never;

  test.each([
    ['small multiples', smallMultiples(made, plan, lasting, '2012-07', 121)],
    ['cost against gain', costAgainstGain(made, plan, lasting)],
    ['lever bars', leverBars([{ lever, contribution }], lasting, 'mine')],
  ])('%s are finite, named and told in words', (_, figure) => {
    for (const width of [340, 900]) {
      const svg = figure.draw({ width, height: figure.height(width) });
      expect(svg.outerHTML).not.toMatch(/NaN|Infinity|undefined/);
      expect(svg.getAttribute('role')).toBe('img');
      expect(svg.querySelector('style')).toBeNull();
    }
    expect(figure.summary).toMatch(/in the model/i);
    expect(figure.summary).not.toMatch(/NaN|undefined|\bwill\b/);
    for (const row of figure.table.rows) expect(row).toHaveLength(figure.table.columns.length);
  });

  test('the table has a cell for every scenario, and its numbers as text', async () => {
    const element = document.createElement('compare-table');
    Object.assign(element, { values: made, plan, baselineTitle: 'None', budget: 15e6 });
    document.body.append(element);
    await element.updateComplete;
    const cells = [...element.shadowRoot!.querySelectorAll('tbody:first-of-type tr')].map(
      (row) => row.children.length,
    );
    expect(new Set(cells)).toEqual(new Set([4]));
    expect(element.shadowRoot!.textContent).not.toMatch(/NaN|undefined/);
    const { columns, rows: lines } = element.text();
    expect(lines).toHaveLength(outcomes.length);
    for (const line of lines) expect(line).toHaveLength(columns.length);
    element.remove();
  });
});
