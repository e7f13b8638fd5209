export type { Context, LeverSetting, Scenario } from './scenario.js';
export { applySettings } from './apply-settings.js';
export { addMonths, monthsBetween } from './calendar.js';
export { checkStates } from './check-states.js';
export { contextFields, neutralContext, type ContextField } from './context-fields.js';
export { defaults, maxYears } from './defaults.js';
export { packageNames, packageValues, type PackageName } from './lever-package.js';

export { noneWorld, noneWorldName } from './none-world.js';
export { parseScenario, readScenario } from './parse-scenario.js';
export { isPopulationFile } from './population-file.js';

export { loadScenario, scenarioNames, scenarioText } from './scenario-files.js';
export { scenarioSchema } from './scenario-schema.js';
export { scenarioToDocument, scenarioToYaml } from './scenario-to-yaml.js';
