import { version } from '../../engine/ensemble/version.js';
import { loadScenario, parseScenario, scenarioNames, scenarioToYaml } from '../../engine/scenario/index.js';
import type { Scenario } from '../../engine/scenario/scenario.js';
import { fileName } from './file-name.js';
import { savedScenarios, type SavedScenario } from './saved-scenarios.js';

/**
 * Keeps a scenario on this device under a title; one of the same title is replaced.
 *
 * @returns the scenario with its new name and title
 */
export async function keepScenario(scenario: Scenario, title: string): Promise<Scenario> {
  const name = nameFor(title);
  const kept = { ...scenario, name, title };
  const saved = new Date().toISOString();
  await savedScenarios.keep({ name, title, yaml: scenarioToYaml(kept), accord: version, saved });
  return kept;
}

/** @throws InputError with every problem, where the model no longer takes what was saved */
export function openSaved({ name, yaml }: SavedScenario): Scenario {
  return parseScenario(yaml, { path: `${name}.yaml`, name });
}

/** The bundled or saved scenario of a name, as it was kept; undefined where there is none or it can't be read. */
export function keptScenario(name: string): Scenario | undefined {
  if (scenarioNames.includes(name)) return loadScenario(name);
  const found = savedScenarios.value.find((one) => one.name === name);
  try {
    return found && openSaved(found);
  } catch {
    return undefined;
  }
}

/** A file name; never that of a scenario that comes with the project. */
function nameFor(title: string): string {
  const same = savedScenarios.value.find((one) => one.title === title);
  if (same) return same.name;
  const taken = new Set([...scenarioNames, ...savedScenarios.value.map(({ name }) => name)]);
  const base = fileName(title);
  for (let number = 1; ; number++) {
    const name = number === 1 ? base : `${base}-${number}`;
    if (!taken.has(name)) return name;
  }
}
