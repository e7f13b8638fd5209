import { version } from '../../engine/ensemble/version.js';
import { loadScenario, parseScenario, scenarioNames, scenarioToYaml } from '../../engine/scenario/index.js';
import type { Scenario } from '../../engine/scenario/scenario.js';
import { fileName } from './file-name.js';
import { savedScenarios, type SavedScenario } from '../device/saved-scenarios.js';

/**
 * Keeps a scenario on this device under a title. Nothing kept before is replaced: a title that another scenario has is
 * given a number.
 *
 * @returns the scenario with its new name and title
 * @throws Error, with a reason in words, where the browser did not keep it
 */
export async function keepScenario(scenario: Scenario, title: string): Promise<Scenario> {
  await savedScenarios.load(); // another window may have kept some
  const taken = new Set(scenarioNames);
  for (;;) {
    const names = freeNames(title, taken, (free) => scenarioToYaml({ ...scenario, title: free }));
    const kept = { ...scenario, ...names };
    if (savedScenarios.value.some(({ name }) => name === kept.name)) return kept; // the very same
    if (await addFile(kept.name, kept.title, scenarioToYaml(kept))) return kept;
    taken.add(kept.name); // by another tab just now, or by what can't be read
  }
}

function addFile(name: string, title: string, yaml: string): Promise<boolean> {
  return savedScenarios.add({ name, title, yaml, accord: version, saved: new Date().toISOString() });
}

/** Puts a deleted scenario back: under its own name, or a numbered one where that was given away since. */
export async function putBack(saved: SavedScenario): Promise<void> {
  for (let number = 1; ; number++) {
    const name = number === 1 ? saved.name : `${saved.name}-${number}`;
    if (await savedScenarios.add({ ...saved, name })) return;
  }
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

/**
 * A title and a file name that nothing else has, neither here nor in the project; those of the very same scenario where
 * it was kept before.
 *
 * @param taken names that `savedScenarios` does not show and that are not free
 * @param write the scenario's file under a title
 */
function freeNames(
  wanted: string,
  taken: ReadonlySet<string>,
  write: (title: string) => string,
): { name: string; title: string } {
  const kept = savedScenarios.value;
  const title = numbered(wanted, ' ', (one) => {
    const holder = kept.find((other) => other.title === one);
    return holder === undefined || holder.yaml === write(one);
  });
  const same = kept.find((one) => one.title === title);
  if (same !== undefined) return { name: same.name, title };
  const isFree = (one: string): boolean => !taken.has(one) && !kept.some(({ name }) => name === one);
  return { name: numbered(fileName(title), '-', isFree), title };
}

/** The text itself where it is free, else with the first number from 2 that makes it so. */
function numbered(text: string, joint: string, isFree: (one: string) => boolean): string {
  for (let number = 1; ; number++) {
    const one = number === 1 ? text : `${text}${joint}${number}`;
    if (isFree(one)) return one;
  }
}
