import { InputError } from '../../input/index.js';
import {
  formatWarnings,
  loadPopulation,
  mostCsvBytes,
  parsePopulationCsv,
  populationNames,
  type Population,
} from '../../population/index.js';
import { isPopulationFile } from '../../scenario/index.js';
import { nameRemedy } from '../../input/index.js';
import { readInputFile } from './read-input-file.js';

/** A population, with the text of its file where it is the user's own. */
export interface ReadPopulation {
  readonly population: Population;
  readonly csv?: string;
}

/**
 * A population by its name or its CSV file.
 *
 * @param firstMonth "YYYY-MM" from which contracts count
 * @param warn receives what the import left out or assumed
 * @throws InputError with every problem of the file
 */
export async function readPopulation(
  nameOrPath: string,
  firstMonth: string | undefined,
  warn: (text: string) => void,
): Promise<ReadPopulation> {
  const names = populationNames.map(({ id }) => id);
  if (names.includes(nameOrPath)) return { population: await loadPopulation(nameOrPath) };
  if (!isPopulationFile(nameOrPath)) {
    const rule = 'must be the name of a population or a file that ends in .csv';
    const remedy = nameRemedy(nameOrPath, names);
    throw new InputError([{ path: '--population', value: nameOrPath, rule, remedy }]);
  }
  return readPopulationFile(nameOrPath, firstMonth, warn);
}

/** The districts of a CSV file. */
export async function readPopulationFile(
  path: string,
  firstMonth: string | undefined,
  warn: (text: string) => void,
): Promise<ReadPopulation> {
  const csv = await readInputFile(path, mostCsvBytes);
  const result = parsePopulationCsv(csv, { path, ...(firstMonth === undefined ? {} : { firstMonth }) });
  if ('problems' in result) throw new InputError(result.problems);
  if (result.warnings.length > 0) warn(formatWarnings(path, result.warnings));
  return { population: result.population, csv };
}
