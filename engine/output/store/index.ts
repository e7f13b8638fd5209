export { claimDirectory, type ClaimOptions } from './claim-directory.js';
export { mergeDirectories, type MergeOptions } from './merge-directories.js';
export { openDirectory, openStore, type OpenOptions, type OutputDirectory } from './output-directory.js';
export { inNewDirectory, writeFiles } from './new-directory.js';
export { readManifest } from './read-manifest.js';
export { readResults, type ReadBlock } from './read-results.js';
export { explainError, StoreError } from './store-error.js';
export { verifyDirectory, type VerifyOptions, type VerifyReport } from './verify-directory.js';
