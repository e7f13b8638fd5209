import type { Sensitivity, SensitivityDocument } from '../analysis/index.js';
import { scenarioToYaml, type Scenario } from '../scenario/index.js';
import { csvLines } from './csv-lines.js';
import { studyReadme } from './study-readme.js';

/** The files of a sensitivity analysis by name. */
export function sensitivityFiles(
  { document, points, responses }: Sensitivity,
  scenario: Scenario,
  commandLine: string,
): Record<string, string> {
  const addresses = document.factors.map(({ address }) => address);
  const ids = Object.keys(responses);
  const rows = points.map((values, point) => [point, ...values, ...ids.map((id) => responses[id]![point]!)]);
  const { method, factors, population, seed, replicates } = document;
  return {
    'sensitivity.json': `${JSON.stringify(document)}\n`,
    'indices.csv': indicesCsv(document),
    'points.csv': csvLines([['point', ...addresses, ...ids], ...rows]),
    'scenario.yaml': scenarioToYaml(scenario),
    'README.txt': studyReadme({
      what:
        `Sensitivity of ${ids.join(', ')} in ${scenario.name} to ${factors.length} factors (${method}), ${population}, ` +
        `${scenario.years} years, ${points.length} points, ${replicates} replicates each, seed ${JSON.stringify(seed)}`,
      files: {
        'indices.csv': 'each index with its 90 percent bootstrap interval, by outcome and factor',
        'points.csv': 'every point of the design, in order: factor values and mean outcomes at the horizon',
        'sensitivity.json': 'all indices and ranges, as `--json` prints them',
        'scenario.yaml': 'the scenario around which the factors vary',
      },
      commandLine,
    }),
  };
}

/** A row for each outcome, factor and index; an interaction names both its factors. */
function indicesCsv({ outcomes, factors }: SensitivityDocument): string {
  const header = ['outcome', 'factor', 'with', 'index', 'value', 'low', 'high', 'standard_error'];
  const rows = Object.entries(outcomes).flatMap(([outcome, { result }]) => [
    ...factors.flatMap(({ address }) =>
      Object.entries(result.kind === 'morris' ? result.effects[address]! : result.shares[address]!).map(
        ([index, { value, low, high, standardError }]) => [
          outcome,
          address,
          '',
          indexNames[index] ?? index,
          value,
          low,
          high,
          standardError,
        ],
      ),
    ),
    ...(result.kind === 'sobol' ? result.pairs : []).map(({ a, b, value, low, high, standardError }) => [
      outcome,
      a,
      b,
      'S2',
      value,
      low,
      high,
      standardError,
    ]),
  ]);
  return csvLines([header, ...rows]);
}

const indexNames: Readonly<Record<string, string>> = { muStar: 'mu_star', first: 'S1', total: 'ST' };
