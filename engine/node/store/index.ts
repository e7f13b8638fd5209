export { removeTemporaryFiles, writeFileAtomic, writeFiles } from './atomic-file.js';
export { readCheckedJson, writeCheckedJson } from './checked-json.js';
export {
  checkSeal,
  checkSealed,
  refuseFaults,
  sealDirectory,
  sealFile,
  type SealReport,
  writeSealed,
} from './checksums.js';
export { claimDirectory, type ClaimOptions } from './claim-directory.js';
export { lockDirectory, type Unlock } from './lock-directory.js';
export { mergeDirectories, type MergeOptions } from './merge-directories.js';
export { openDirectory, openStore, type OpenOptions, type OutputDirectory } from './output-directory.js';
export { inNewDirectory } from './new-directory.js';
export { readKind, readManifest } from './read-manifest.js';
export {
  openOptimisation,
  type OpenOptimisationOptions,
  type OptimisationDirectory,
} from './optimisation-directory.js';
export {
  type OptimisationContents,
  readOptimisation,
  readOptimisationManifest,
} from './read-optimisation.js';
export { readResults, type ReadBlock } from './read-results.js';
export { explainError, StoreError } from './store-error.js';
export { readSweep, readSweepManifest, type SweepContents } from './read-sweep.js';
export { openSweep, type OpenSweepOptions, type SweepDirectory } from './sweep-directory.js';
export { verifyDirectory, type VerifyOptions, type VerifyReport } from './verify-directory.js';
export { verifySweep, type SweepVerifyReport, type VerifySweepOptions } from './verify-sweep.js';
export {
  verifyOptimisation,
  type OptimisationVerifyReport,
  type VerifyOptimisationOptions,
} from './verify-optimisation.js';
export { makeDirectory } from './atomic-file.js';
export { isBlockFile, readBlockFile, writeBlockFile } from './block-file.js';
