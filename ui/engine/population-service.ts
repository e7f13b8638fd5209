import type { CsvOptions, PopulationDescription } from '../../engine/population/index.js';
import { WorkerService } from './worker-service.js';
import { importedPopulations } from '../device/imported.js';
import type { PopulationService, ReadFile } from './population-worker.js';

const worker = new WorkerService<PopulationService>(
  () => new Worker(new URL('./population-worker.ts', import.meta.url), { type: 'module' }),
);
const hashes = new Map<string, Promise<string>>();
const descriptions = new Map<string, Promise<PopulationDescription>>();

importedPopulations.subscribe(() => {
  hashes.clear();
  descriptions.clear();
});

/** Reads a CSV file of districts in a worker. A new file ends the reading of an earlier one. */
export function readPopulationFile(file: Blob, options: CsvOptions): Promise<ReadFile> {
  return worker.ask((service): Promise<ReadFile> => service.read(file, options));
}

/** Keeps the file read last on this device under a name. */
export async function keepReadFile(name: string): Promise<void> {
  const held = await worker.ask((service) => service.keep(name));
  if (held === undefined) await importedPopulations.load();
  else await importedPopulations.keep(held);
}

/** SHA-256 of a population, in hexadecimal. */
export function populationHash(name: string): Promise<string> {
  return remembered(hashes, name, () => worker.ask((service) => service.hash(name)));
}

/** Counts and totals of a population. */
export function populationFigures(name: string): Promise<PopulationDescription> {
  return remembered(descriptions, name, () => worker.ask((service) => service.describe(name)));
}

/** One question a name; a failed one may be asked again. */
function remembered<T>(known: Map<string, Promise<T>>, name: string, ask: () => Promise<T>): Promise<T> {
  const found = known.get(name);
  if (found !== undefined) return found;
  const asked = ask();
  known.set(name, asked);
  asked.catch(() => known.delete(name));
  return asked;
}
