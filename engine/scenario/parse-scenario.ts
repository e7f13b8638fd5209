import { InputError, type Problem } from '../input/index.js';
import type { Place } from '../input/index.js';
import { readYaml } from '../input/index.js';
import { resolveScenario } from './resolve-scenario.js';
import { scenarioDocument } from './scenario-document.js';
import type { Scenario } from './scenario.js';
import { schemaProblems } from '../input/schema-problems.js';

/**
 * Reads a scenario file.
 *
 * @param text YAML, at most `maxScenarioCharacters` long
 * @param path the file as the user named it, for messages
 * @param name name of the scenario in results: the file's base name
 * @throws InputError with every problem of the file, each with its line
 */
export function parseScenario(text: string, { path, name }: { path: string; name: string }): Scenario {
  const { value, line, keyLine } = readYaml(text, path);
  return readScenario(value, name, { path, line, keyLine });
}

/**
 * Checks and completes a scenario given as plain data.
 *
 * @throws InputError with every problem
 */
export function readScenario(value: unknown, name: string, place: Place): Scenario {
  const parsed = scenarioDocument.safeParse(value);
  if (!parsed.success) {
    throw new InputError(schemaProblems(scenarioDocument, value, parsed.error.issues, place));
  }
  const problems: Problem[] = [];
  const scenario = resolveScenario(parsed.data, name, place, problems);
  if (problems.length > 0) throw new InputError(problems);
  return scenario;
}
