import { expose } from 'comlink';
import { hashPopulation } from '../../engine/ensemble/data-hash.js';
import {
  describePopulation,
  parsePopulationCsv,
  type CsvOptions,
  type ImportWarning,
  type PopulationDescription,
} from '../../engine/population/index.js';
import type { Problem } from '../../engine/input/problem.js';
import { firstDistricts, type DistrictLine } from './first-districts.js';
import { importedPopulations, type NewImport } from '../device/imported.js';
import { openPopulation } from './open-population.js';

/** A file of districts as read, or everything that is wrong with it. The districts stay in the worker: they are large. */
export type ReadFile =
  | {
      readonly kind: 'read';
      /** Where the figures come from, in words. */
      readonly source: string;
      readonly first: readonly DistrictLine[];
      readonly description: PopulationDescription;
      readonly warnings: readonly ImportWarning[];
    }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] };

/** What takes long with many districts, off the page's thread. */
export interface PopulationService {
  read(file: Blob, options: CsvOptions): Promise<ReadFile>;
  /**
   * Keeps the file read last on this device.
   *
   * @returns the districts where the browser stores nothing, for the page to hold
   */
  keep(name: string): Promise<NewImport | undefined>;
  /** SHA-256 of a population by name, in hexadecimal. */
  hash(name: string): Promise<string>;
  describe(name: string): Promise<PopulationDescription>;
}

/** Districts that the page shows of a file. */
const SHOWN = 12;

let last: Omit<NewImport, 'name'> | undefined;

const service: PopulationService = {
  async read(file, options) {
    last = undefined;
    const text = await file.text();
    const result = parsePopulationCsv(text, options);
    if ('problems' in result) return { kind: 'refused', problems: result.problems };
    const { population, warnings } = result;
    last = { text, options, population };
    return {
      kind: 'read',
      source: population.source,
      first: firstDistricts(population, SHOWN),
      description: describePopulation(population),
      warnings,
    };
  },
  async keep(name) {
    if (last === undefined) throw new Error('no file was read');
    const imported = { ...last, name };
    await importedPopulations.keep(imported);
    return importedPopulations.volatile ? imported : undefined;
  },
  async hash(name) {
    return hashPopulation(await openPopulation(name));
  },
  async describe(name) {
    return describePopulation(await openPopulation(name));
  },
};

expose(service);
