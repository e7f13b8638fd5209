export { ensemble } from './ensemble.js';
export { compare } from './compare.js';
export { runReplicate, trajectoryOf, type ReplicateSpec, type Trajectory } from './replicate.js';
export { planEnsemble, outlinePlan, type EnsembleSpec, type Plan, type PlanOutline } from './plan.js';
export {
  blockReplicates,
  countReplicates,
  cutBlocks,
  parseShard,
  shardBlocks,
  type Block,
  type Shard,
} from './block-range.js';
export { runBlock, type BlockSpec } from './block.js';
export { firstSeries, Futures, placeOfSeries, worldLength, type FuturesShape } from './futures.js';
export { HorizonValues } from './horizon-values.js';
export { arrangeWorlds, type Worlds } from './worlds.js';
export type { Executor, Hash, RunHooks } from './executor.js';
export { inProcess } from './in-process.js';
export { createPool, type PoolOptions } from './workers/pool.js';
export { ReplicateError, WorkerError } from './replicate-error.js';
export { memoryStore, type BlockStore } from './block-store.js';
export { simulate, type Progress, type SimulateOptions } from './simulate.js';
export type { PartialResult } from './partial.js';
export { summarise, type Summary, type SummaryOptions } from './summary.js';
export type { Bands, DifferenceBands } from './bands.js';
export { meanOf, quantileNames, sortedQuantile, type QuantileName } from './quantile.js';
export { digestNumbers, hex, littleEndian, RunDigest } from './digest.js';
export { hashEvidence, hashPopulation, hashText } from './data-hash.js';
export { canonicalJson } from './canonical-json.js';
export {
  compareDocument,
  runDocument,
  type CompareDocument,
  type OutcomeBands,
  type RunDocument,
  type ScenarioResult,
} from './document.js';
export { nextTask, throwIfCancelled, type CancelSignal } from './platform.js';
export { commit, version } from './version.js';
export { createBlockService } from './workers/block-service.js';
export type { WorkerHandle } from './workers/supervised-worker.js';
