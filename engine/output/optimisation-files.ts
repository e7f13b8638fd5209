import { type OptimisationDocument, pointScenario } from '../analysis/index.js';
import { scenarioToYaml, type Scenario } from '../scenario/index.js';
import { csvLines } from './csv-lines.js';
import { archiveCodebook } from './optimisation-table.js';
import { studyReadme } from './study-readme.js';

/**
 * The files of a finished optimisation by name, save for its archive and manifest: every mix as a scenario, and all figures.
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
  const figures = ['gain', 'gain05', 'cost', 'cost90', 'budgetShare', 'worstRegret', 'meanRegret'] as const;
  const rows = mixes.map((mix) => [
    mix.name,
    ...figures.map((name) => mix[name]),
    ...addresses.map((address) => mix.levers[address] ?? 0),
  ]);
  return {
    ...Object.fromEntries(files),
    'mixes.csv': csvLines([['mix', ...figures, ...addresses], ...rows]),
    'optimisation.json': `${JSON.stringify(document)}\n`,
    'codebook.csv': archiveCodebook(document.factors, document.unit),
    'scenario.yaml': scenarioToYaml(scenario),
    'README.txt': studyReadme({
      what:
        `Lever mixes for ${outcome} within ${dollars} dollars around ${scenario.name}, ${population}, ${years} years, ` +
        `judged on ${replicates} replicates, seed ${JSON.stringify(seed)}`,
      files: {
        'mix-N.yaml': `a mix of the front as a scenario, the cheapest first; ${robust} has the least regret`,
        'mixes.csv': 'gain, cost, regret and lever amounts of each mix of the front',
        'optimisation.json': 'the same and how far the search has come, as `--json` prints it',
        'archive.csv': 'every mix that was run: on the futures of the search, and the best on fresh ones',
        'codebook.csv': 'what each column of archive.csv means',
        'scenario.yaml': 'the scenario whose lever amounts were chosen',
        'manifest.json': 'version, scenario, settings, seed, hashes of all data, platform and time',
        SHA256SUMS: 'checksums of all files',
      },
      notes: [
        `The search ran ${document.searchedMixes} mixes on ${document.searchReplicates} replicates; its ` +
          `${document.judgedMixes} best were run again on`,
        `${replicates} others, from which all figures of the front come.`,
        ...(document.hypervolume.growing
          ? ['', 'The search had not come to rest: with --resume and more --generations it goes on.']
          : []),
      ],
      commandLine,
    }),
  };
}
