/**
 * Accord as a library, for any runtime: a page, a worker, Node. `open` is the short way in; `ensemble` (Monte Carlo of one
 * scenario) and `compare` (paired differences) take whole specifications and give the documents that the command line
 * prints. They compute in this thread unless given `webPool`; in Node, `accord-sim/node` adds threads, directories and
 * clusters.
 *
 * @packageDocumentation
 */
export {
  compare,
  type Bands,
  type Block,
  type BlockStore,
  type CancelSignal,
  type CompareDocument,
  type DifferenceBands,
  ensemble,
  type EnsembleSpec,
  type Executor,
  inProcess,
  memoryStore,
  type OutcomeBands,
  parseShard,
  type PartialResult,
  type Plan,
  planEnsemble,
  type PlanOutline,
  type Progress,
  quantileNames,
  type QuantileName,
  ReplicateError,
  type ReplicateSpec,
  type RunDocument,
  type ScenarioResult,
  type Shard,
  type SimulateOptions,
  type Trajectory,
  trajectoryOf,
  version,
  WorkerError,
} from './ensemble/index.js';
export { webPool, type WebPoolOptions } from './ensemble/workers/web-pool.js';
export { formatProblems, InputError, type Problem } from './input/index.js';
export {
  type Distribution,
  type Figure,
  figures,
  type Parameter,
  parameters,
  type Source,
  type SourceDocument,
  sources,
  type Status,
} from './evidence/index.js';
export {
  type Accord,
  type AccordOptions,
  type Comparison,
  open,
  openOn,
  type RunAnswer,
  type RunOptions,
  type ScenarioAnswer,
  type Series,
} from './open.js';
export type { LeverField, Timing } from './model/lever.js';
export { type Lever, type LeverId, levers } from './model/levers/index.js';
export type { Outcome } from './model/outcome.js';
export { outcomes } from './model/outcomes/index.js';
export {
  codebookCsv,
  type Manifest,
  resultColumns,
  resultsParquet,
  summaryCsv,
  writeResultsCsv,
  writeResultsParquet,
} from './output/index.js';
export {
  type CsvOptions,
  type CsvResult,
  describePopulation,
  type Districts,
  type ExportOptions,
  formatWarnings,
  type ImportWarning,
  loadPopulation,
  parsePopulationCsv,
  type Population,
  type PopulationDescription,
  type PopulationInfo,
  populationNames,
  populationToCsv,
  type Schools,
  type SchoolType,
} from './population/index.js';
export {
  applySettings,
  type Context,
  type LeverSetting,
  loadScenario,
  noneWorld,
  parseScenario,
  type Scenario,
  scenarioNames,
  scenarioSchema,
  scenarioToYaml,
} from './scenario/index.js';
