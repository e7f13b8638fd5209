import { deepFreeze } from '../input/index.js';
import { InputError } from '../input/index.js';
import { nameRemedy } from '../input/index.js';
import { parseScenario } from './parse-scenario.js';
import type { Scenario } from './scenario.js';

const texts = new Map(
  Object.entries(
    import.meta.glob<string>('../../scenarios/*.yaml', { eager: true, query: '?raw', import: 'default' }),
  ).map(([path, text]) => [path.replace(/^.*\/|\.yaml$/g, ''), text]),
);

/** Names of the scenarios that come with the project, sorted. */
export const scenarioNames: readonly string[] = deepFreeze([...texts.keys()].sort());

/**
 * A scenario that comes with the project.
 *
 * @throws InputError when there is none of that name
 */
export function loadScenario(name: string): Scenario {
  return parseScenario(scenarioText(name), { path: `scenarios/${name}.yaml`, name });
}

/** The file of a scenario that comes with the project, comments and all. */
export function scenarioText(name: string): string {
  const text = texts.get(name);
  if (text !== undefined) return text;
  const rule = 'must be the name of a scenario or a file';
  throw new InputError([{ path: 'scenario', value: name, rule, remedy: nameRemedy(name, scenarioNames) }]);
}
