import { version } from '../../engine/ensemble/version.js';
import type { CsvOptions, Population, PopulationInfo } from '../../engine/population/index.js';
import { DeviceList } from './device-list.js';
import { DeviceStore } from './device-store.js';
import { hasFields } from './has-fields.js';

/** Districts of the user's own, as kept on this device. */
export interface ImportedPopulation {
  /** File name; scenarios name the districts by it, and the command line reads the file of that name. */
  readonly name: string;
  /** Program that read the file. */
  readonly version: string;
  readonly text: string;
  readonly options: CsvOptions;
  readonly population: Population;
}

const files = new DeviceStore('imported-districts', isImported);
const infos = new DeviceStore('imported-list', isInfo);

/** As it is kept, before the program signs it. */
export type NewImport = Omit<ImportedPopulation, 'version'>;

/** What was imported on this device. */
class ImportedList extends DeviceList<PopulationInfo> {
  /** @throws Error, with a reason in words, where the browser did not keep it */
  async keep(imported: NewImport): Promise<void> {
    const { name, population } = imported;
    await files.put(name, { ...imported, version });
    await infos.put(name, {
      id: name,
      title: population.title,
      source: population.source,
      districts: population.districts.count,
      schools: population.schools.count,
      synthetic: false,
    });
    await this.load();
  }

  /** @throws as `keep` */
  async forget(name: string): Promise<void> {
    await files.remove(name);
    await infos.remove(name);
    await this.load();
  }

  override get volatile(): boolean {
    return files.volatile;
  }
}

export const importedPopulations = new ImportedList(infos);

/** Districts imported on this device; undefined where there are none of that name. */
export function readImported(name: string): Promise<ImportedPopulation | undefined> {
  return files.get(name);
}

function isImported(value: unknown): value is ImportedPopulation {
  if (!hasFields(value, { name: 'string', version: 'string', text: 'string', options: 'object' }))
    return false;
  const { population } = value as { readonly population?: unknown };
  return hasFields(population, { districts: 'object', schools: 'object' });
}

function isInfo(value: unknown): value is PopulationInfo {
  const texts = { id: 'string', title: 'string', source: 'string' };
  return hasFields(value, { ...texts, districts: 'number', schools: 'number', synthetic: 'boolean' });
}
