import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hashPopulation } from '../../ensemble/index.js';
import { InputError } from '../../input/index.js';
import { parsePopulationCsv, type Population } from '../../population/index.js';
import { isPopulationFile } from '../../scenario/index.js';
import { populationFile, type RunIdentity } from '../../output/manifest.js';
import { atPath } from './store-error.js';

/** The user's own districts as an output directory keeps them, with the text of the file. */
export interface KeptPopulation {
  readonly population: Population;
  readonly csv: string;
}

/**
 * The districts that a directory keeps.
 *
 * @returns undefined where the run was on a population that comes with the project
 * @throws InputError when the file is gone, can't be read as districts or is another one than that of the run
 */
export async function readKeptPopulation(
  directory: string,
  { scenarios, population }: Pick<RunIdentity, 'scenarios' | 'population'>,
): Promise<KeptPopulation | undefined> {
  const [first] = scenarios;
  if (!first || !isPopulationFile(first.population)) return undefined;
  const path = join(directory, populationFile);
  if (!existsSync(path)) {
    const remedy = 'put the file of districts there, or name it with --population';
    throw new InputError([{ path: 'file', value: path, rule: 'must exist', remedy }]);
  }
  const csv = await atPath(path, () => readFile(path, 'utf8'));
  const { id, title } = population;
  const read = parsePopulationCsv(csv, { path, id, title, firstMonth: first.firstMonth });
  if ('problems' in read) throw new InputError(read.problems);
  const value = hashPopulation(read.population);
  if (value !== population.hash) {
    const rule = `must be ${population.hash} as in manifest.json`;
    throw new InputError([{ path, column: 'hash', value, rule, remedy: 'put the file back as it was' }]);
  }
  return { population: read.population, csv };
}
