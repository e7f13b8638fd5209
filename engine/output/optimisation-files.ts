import { type OptimisationDocument, pointScenario } from '../analysis/index.js';
import { scenarioToYaml, type Scenario } from '../scenario/index.js';
import { csvLines } from './csv-lines.js';
import { studyReadme } from './study-readme.js';

/**
 * The files of an optimisation by name: every mix as a scenario, and all figures.
 *
 * @param scenario whose lever amounts the mixes replace
 */
export function optimisationFiles(
  document: OptimisationDocument,
  scenario: Scenario,
  commandLine: string,
): Record<string, string> {
  const { mixes, robust, budget, outcome, population, years, replicates, seed } = document;
  const addresses = document.factors.map(({ address }) => address);
  const dollars = budget.toLocaleString('en-US');
  const files = mixes.map(({ name, levers, gain, cost }): [string, string] => {
    const mix = addresses.map((address) => levers[address] ?? 0);
    const title = `${name} of ${mixes.length} within $${dollars}${name === robust ? ' (the robust choice)' : ''}`;
    const source =
      `Found from ${scenario.name} by ${commandLine}: ${outcome} gains ${Number(gain.toPrecision(3))} for ` +
      `$${Math.round(cost).toLocaleString('en-US')} on average.`;
    const described = { ...pointScenario(scenario, addresses, mix, name), title, source };
    return [`${name}.yaml`, scenarioToYaml(described)];
  });
  const figures = ['gain', 'gain05', 'cost', 'cost90', 'worstRegret', 'meanRegret'] as const;
  const rows = mixes.map((mix) => [
    mix.name,
    ...figures.map((name) => mix[name]),
    ...addresses.map((address) => mix.levers[address] ?? 0),
  ]);
  return {
    ...Object.fromEntries(files),
    'mixes.csv': csvLines([['mix', ...figures, ...addresses], ...rows]),
    'optimisation.json': `${JSON.stringify(document)}\n`,
    'README.txt': studyReadme({
      what:
        `Lever mixes for ${outcome} within ${dollars} dollars around ${scenario.name}, ${population}, ${years} years, ` +
        `judged on ${replicates} replicates, seed ${JSON.stringify(seed)}`,
      files: {
        'mix-N.yaml': `a mix as a scenario, the cheapest first; ${robust} has the least regret`,
        'mixes.csv': 'gain, cost, regret and lever amounts of each mix',
        'optimisation.json': 'the same, as `--json` prints it',
      },
      commandLine,
    }),
  };
}
