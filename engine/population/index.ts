export { schoolTypes, type Districts, type Population, type Schools, type SchoolType } from './population.js';
export { loadCaliforniaScoresBefore, loadPopulation, populationNames, type PopulationInfo } from './load.js';
export { describePopulation, type PopulationDescription, type Spread } from './describe.js';
export { parsePopulationCsv, type CsvOptions, type CsvResult } from './csv/parse-population-csv.js';
export { populationToCsv, type ExportOptions } from './csv/population-to-csv.js';
export { formatWarnings, type ImportWarning } from './csv/findings.js';
export { mostCsvBytes } from './csv/file-limits.js';
export { csvColumns, type Role as CsvRole } from './csv/column-names.js';
