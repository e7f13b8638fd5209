import { version } from '../../engine/ensemble/version.js';
import type { CsvOptions, Population, PopulationInfo } from '../../engine/population/index.js';
import { DeviceStore } from '../app/device-store.js';
import { Observable } from '../app/observable.js';

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

const files = new DeviceStore<ImportedPopulation>('imported-districts');
const infos = new DeviceStore<PopulationInfo>('imported-list');

/** As it is kept, before the program signs it. */
export type NewImport = Omit<ImportedPopulation, 'version'>;

/** What was imported on this device. */
class ImportedList extends Observable<readonly PopulationInfo[]> {
  async load(): Promise<void> {
    this.change(await infos.all());
  }

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

  async forget(name: string): Promise<void> {
    await files.remove(name);
    await infos.remove(name);
    await this.load();
  }

  /** Nothing is kept beyond this visit. */
  get volatile(): boolean {
    return files.volatile;
  }
}

export const importedPopulations = new ImportedList([]);

/** Districts imported on this device; undefined where there are none of that name. */
export function readImported(name: string): Promise<ImportedPopulation | undefined> {
  return files.get(name);
}
