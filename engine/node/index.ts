/**
 * Accord as a library, for Node: all of `accord-sim`, and with it workers in threads, directories of results that survive
 * a crash, and Slurm clusters.
 *
 * @packageDocumentation
 */
export * from '../index.js';
export { SlurmError, slurmExecutor, type SlurmOptions } from './cluster/index.js';
export { open } from './open.js';
export { nodePool, type NodePoolOptions } from './pool.js';
export {
  mergeDirectories,
  type MergeOptions,
  openDirectory,
  openOptimisation,
  type OpenOptimisationOptions,
  type OpenOptions,
  openStore,
  openSweep,
  type OpenSweepOptions,
  type OptimisationContents,
  type OptimisationDirectory,
  type OptimisationVerifyReport,
  type OutputDirectory,
  type ReadBlock,
  readManifest,
  readOptimisation,
  readResults,
  readSweep,
  type SealReport,
  StoreError,
  type SweepContents,
  type SweepDirectory,
  type SweepVerifyReport,
  verifyDirectory,
  verifyOptimisation,
  type VerifyOptimisationOptions,
  type VerifyOptions,
  type VerifyReport,
  verifySweep,
  type VerifySweepOptions,
} from './store/index.js';
