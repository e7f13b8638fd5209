/**
 * Accord as a library, for Node. The calls are those of the command line: `run` (one replicate), `ensemble` (Monte Carlo of
 * one scenario) and `compare` (paired differences); `nodePool` computes them on all cores.
 *
 * @packageDocumentation
 */
export * from './ensemble/index.js';
export { nodePool, type NodePoolOptions } from './node/index.js';
export { formatProblems, InputError, type Problem } from './input/index.js';
export { parameters, type Distribution, type Parameter, type Source, type Status } from './evidence/index.js';
export type { LeverField, Timing } from './model/lever.js';
export { levers, type Lever, type LeverId } from './model/levers/index.js';
export type { Outcome } from './model/outcome.js';
export { outcomes } from './model/outcomes/index.js';
export * from './output/index.js';
export * from './node/store/index.js';
export * from './population/index.js';
export {
  applySettings,
  loadScenario,
  noneWorld,
  parseScenario,
  scenarioNames,
  scenarioSchema,
  scenarioToYaml,
  type Context,
  type LeverSetting,
  type Scenario,
} from './scenario/index.js';
