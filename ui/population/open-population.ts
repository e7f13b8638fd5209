import { InputError } from '../../engine/evidence/problem.js';
import { version } from '../../engine/ensemble/version.js';
import {
  loadPopulation,
  parsePopulationCsv,
  populationNames,
  type Population,
} from '../../engine/population/index.js';
import { importedPopulations, readImported } from './imported.js';

let kept: { readonly name: string; readonly population: Promise<Population> } | undefined;

/**
 * The districts of a scenario, bundled or imported on this device; in the page and in workers. The last ones are
 * kept: the same object each time spares the workers to receive them again.
 *
 * @throws InputError when there are none of this name
 */
export function openPopulation(name: string): Promise<Population> {
  if (kept?.name === name) return kept.population;
  const population = isBundled(name) ? loadPopulation(name) : openImported(name);
  const opened = { name, population };
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

async function openImported(name: string): Promise<Population> {
  const found = await readImported(name);
  if (found?.version === version) return found.population;
  const read = found && parsePopulationCsv(found.text, found.options);
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
