import { existsSync } from 'node:fs';
import { basename, dirname, isAbsolute, join } from 'node:path';
import { InputError } from '../../input/index.js';
import {
  isPopulationFile,
  loadScenario,
  parseScenario,
  scenarioNames,
  type Scenario,
} from '../../scenario/index.js';
import { maxScenarioCharacters, nameRemedy } from '../../input/index.js';
import { readInputFile } from './read-input-file.js';

/**
 * A scenario by its name or its file. A name that the project has wins over a file of that name; anything with a
 * slash or an ending is a file. A population file that it names lies beside it.
 *
 * @throws InputError with every problem of the file
 */
export async function readScenario(nameOrPath: string): Promise<Scenario> {
  if (scenarioNames.includes(nameOrPath)) return loadScenario(nameOrPath);
  if (!existsSync(nameOrPath) && !/[\\/]|\.ya?ml$/i.test(nameOrPath)) throw unknown(nameOrPath);
  // Four bytes is the longest that a character takes.
  const text = await readInputFile(
    nameOrPath,
    4 * maxScenarioCharacters,
    'list scenarios with accord-sim list',
  );
  const name = basename(nameOrPath).replace(/\.ya?ml$/i, '');
  const scenario = parseScenario(text, { path: nameOrPath, name });
  if (!isPopulationFile(scenario.population) || isAbsolute(scenario.population)) return scenario;
  return { ...scenario, population: join(dirname(nameOrPath), scenario.population) };
}

function unknown(name: string): InputError {
  const rule = 'must be the name of a scenario or a file';
  return new InputError([{ path: 'scenario', value: name, rule, remedy: nameRemedy(name, scenarioNames) }]);
}
