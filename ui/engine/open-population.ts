import { InputError } from '../../engine/input/problem.js';
import { version } from '../../engine/ensemble/version.js';
import {
  loadPopulation,
  parsePopulationCsv,
  populationNames,
  type Population,
} from '../../engine/population/index.js';
import { importedPopulations, readImported, type ImportedPopulation } from '../device/imported.js';

let kept:
  | {
      readonly name: string;
      readonly firstMonth: string | undefined;
      readonly population: Promise<Population>;
    }
  | undefined;

/**
 * The districts of a scenario, bundled or imported on this device; in the page and in workers. The last ones are
 * kept: the same object each time spares the workers to receive them again.
 *
 * @param firstMonth of the run: contracts of imported districts count from it; the one of the import where left out
 * @throws InputError when there are none of this name
 */
export function openPopulation(name: string, firstMonth?: string): Promise<Population> {
  if (kept?.name === name && kept.firstMonth === firstMonth) return kept.population;
  const population = isBundled(name) ? loadPopulation(name) : openImported(name, firstMonth);
  const opened = { name, firstMonth, population };
  kept = opened;
  population.catch(() => {
    if (kept === opened) kept = undefined;
  });
  return population;
}

importedPopulations.subscribe(() => {
  if (kept !== undefined && !isBundled(kept.name)) kept = undefined;
});

function isBundled(name: string): boolean {
  return populationNames.some(({ id }) => id === name);
}

async function openImported(name: string, firstMonth: string | undefined): Promise<Population> {
  const found = await readImported(name);
  if (found !== undefined && isCurrent(found, firstMonth)) return found.population;
  const month = firstMonth ?? found?.options.firstMonth;
  const options = found && { ...found.options, ...(month === undefined ? {} : { firstMonth: month }) };
  const read = found && parsePopulationCsv(found.text, options!);
  if (read !== undefined && 'population' in read) return read.population;
  throw new InputError(
    read?.problems ?? [
      {
        path: 'population',
        value: name,
        rule: 'must be a file imported on this device',
        remedy: 'choose it in the view Import, or choose other districts',
      },
    ],
  );
}

/** Read by this very program, and no contract counts from another month. */
function isCurrent(
  { version: reader, options, population }: ImportedPopulation,
  firstMonth?: string,
): boolean {
  if (reader !== version) return false;
  if (firstMonth === undefined || firstMonth === options.firstMonth) return true;
  return population.districts.contractMonths.every((months) => months < 0);
}
