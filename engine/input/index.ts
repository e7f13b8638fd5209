export { deepFreeze } from './deep-freeze.js';
export { nameRemedy, nearestName } from './nearest-name.js';
export type { Place } from './place.js';
export { InputError, type Problem, formatProblems, countProblems, visible } from './problem.js';
export { readYaml, maxScenarioCharacters } from './read-yaml.js';
export { requireInput, requireCount, requireResponses } from './require-input.js';
