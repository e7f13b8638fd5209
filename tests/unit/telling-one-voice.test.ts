import { beforeAll, describe, expect, test } from 'vitest';
import { compareReport, headlineInWords } from '../../engine/cli/report/compare-report.js';
import { compareOn } from '../../engine/ensemble/compare-on.js';
import { inProcess, type CompareDocument } from '../../engine/ensemble/index.js';
import { pricedGains } from '../../engine/model/outcomes/index.js';
import { loadPopulation } from '../../engine/population/index.js';
import { loadScenario, type Scenario } from '../../engine/scenario/index.js';
import { headlineOf } from '../../engine/telling/headline.js';
import { priceCell } from '../../ui/compare/cells.js';
import { planComparison } from '../../ui/compare/compare-plan.js';
import { runWorlds, type WorldValues } from '../../ui/engine/world-values.js';
import { setupOf, withYears, type Setup } from '../../ui/state/setup.js';

const names = ['mep', 'six-levers', 'only-conferences'] as const;
const seed = '2012';
const replicates = 2;

const districts = loadPopulation('massachusetts');
const executor = inProcess();

const setupIn = (name: string, years: number): Setup =>
  withYears(setupOf(loadScenario(name), loadScenario('no-partnership'), seed), years);

describe.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])('at a horizon of %i years', (years) => {
  const setups = names.map((name) => setupIn(name, years));
  const { baseline } = setups[0]!;
  const scenarios: readonly Scenario[] = [baseline, ...setups.map(({ scenario }) => scenario)];
  let document: CompareDocument;
  let values: WorldValues;
  const plan = planComparison(
    setups[0]!,
    setups.map((setup) => ({
      key: setup.scenario.name,
      title: setup.scenario.title,
      scenario: setup.scenario,
    })),
  );

  beforeAll(async () => {
    const population = await districts;
    document = await compareOn({ population, scenarios, seed, replicates }, executor);
    const spec = { population, worlds: plan.worlds, seed, replicates, series: [] };
    const hooks = { signal: new AbortController().signal, onProgress: () => {}, onPartial: () => {} };
    values = await runWorlds(spec, executor, hooks);
  });

  test.each(names)('the page and the command line give one answer for %s', (name) => {
    const comparison = {
      replicates,
      baseline: document.scenarios[baseline.name]!,
      scenario: document.scenarios[name]!,
      differences: document.differences[name]!,
    };
    const { finding, detail, scores } = headlineOf(comparison, baseline.firstMonth, baseline);
    const said = headlineInWords(document, name, scenarios);
    expect(said).toBe([finding, detail, scores].filter((part) => part !== '').join(' '));
    expect(said).toContain(years < 3 ? 'are collaborative by' : 'reach lasting collaboration by');
  });

  test.each(names)('the page and the command line give one price for each gain of %s', (name) => {
    const own = { ...document, differences: { [name]: document.differences[name]! } };
    const report = compareReport(own, scenarios).replace(/\s+/g, ' ');
    const column = plan.columns[names.indexOf(name)]!;
    for (const { id, price } of pricedGains) {
      expect(report).toContain(`Dollars for ${price!.more}: ${priceCell(values, column, id)}`);
    }
  });
});
