export { codebookCsv } from './codebook.js';
export { contributionsCsv } from './contributions-csv.js';
export { csvLines } from './csv-lines.js';
export {
  fieldDifferences,
  identityDifferences,
  identityOf,
  outlineOf,
  populationFile,
  resultFormats,
  type FieldDifference,
  type Manifest,
  type ResultFormat,
  type RunIdentity,
} from './manifest.js';
export { withHashes } from './hashed-lines.js';
export { optimisationFiles } from './optimisation-files.js';
export {
  optimisationDifferences,
  optimisationIdentity,
  type OptimisationIdentity,
  type OptimisationManifest,
} from './optimisation-manifest.js';
export { archiveCodebook, archiveColumns, archiveRows, parseArchive } from './optimisation-table.js';
export { readmeText, type ExtraFile } from './readme.js';
export { reproducingCommand } from '../telling/reproducing-command.js';
export { writeResultsCsv } from './results-csv.js';
export { resultsParquet, writeResultsParquet } from './results-parquet.js';
export { resultColumns } from './results-table.js';
export { summaryCsv } from './summary-csv.js';
export { shellLine } from '../telling/shell-line.js';
export { sensitivityFiles } from './sensitivity-files.js';
export { studyReadme, type StudyReadme } from './study-readme.js';
export {
  sweepDifferences,
  sweepIdentity,
  sweepReadme,
  type SweepIdentity,
  type SweepManifest,
} from './sweep-manifest.js';
export { hashedHead, parseSweepRuns, sweepCodebook, sweepColumns, sweepRows } from './sweep-table.js';
