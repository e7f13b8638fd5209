import { expose } from 'comlink';
import { hashPopulation } from '../../engine/ensemble/data-hash.js';
import {
  describePopulation,
  parsePopulationCsv,
  type CsvOptions,
  type ImportWarning,
  type Population,
  type PopulationDescription,
} from '../../engine/population/index.js';
import type { Problem } from '../../engine/evidence/problem.js';
import { openPopulation } from './open-population.js';

/** A file of districts as read, or everything that is wrong with it. */
export type ReadFile =
  | {
      readonly kind: 'read';
      readonly text: string;
      readonly population: Population;
      readonly description: PopulationDescription;
      readonly warnings: readonly ImportWarning[];
    }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/** What takes long with many districts, off the page's thread. */
export interface PopulationService {
  read(file: Blob, options: CsvOptions): Promise<ReadFile>;
  /** SHA-256 of a population by name, in hexadecimal. */
  hash(name: string): Promise<string>;
  describe(name: string): Promise<PopulationDescription>;
}

const service: PopulationService = {
  async read(file, options) {
    const text = await file.text();
    const result = parsePopulationCsv(text, options);
    if ('problems' in result) return { kind: 'refused', problems: result.problems };
    const { population, warnings } = result;
    return { kind: 'read', text, population, description: describePopulation(population), warnings };
  },
  async hash(name) {
    return hashPopulation(await openPopulation(name));
  },
  async describe(name) {
    return describePopulation(await openPopulation(name));
  },
};

expose(service);
