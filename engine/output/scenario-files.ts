import { scenarioToYaml } from '../scenario/index.js';
import type { RunIdentity } from './manifest.js';

/** The scenarios as run, by file name: each runs as it is, beside the districts that it names. */
export function scenarioFiles({ scenarios }: RunIdentity): Record<string, string> {
  const nameOf = (name: string): string => (scenarios.length === 1 ? 'scenario.yaml' : `${name}.yaml`);
  return Object.fromEntries(scenarios.map((scenario) => [nameOf(scenario.name), scenarioToYaml(scenario)]));
}
