import { deepFreeze } from '../input/index.js';
import { distance } from 'fastest-levenshtein';
import { InputError } from '../input/index.js';
import { assemble } from './assemble.js';
import { abcUnified, californiaDistricts, californiaScoresBefore } from './california.js';
import type { DistrictDraft } from './draft.js';
import { figure } from './figure.js';
import type { Population } from './population.js';
import { boston, massachusetts, nation, newEngland, newEnglandTotals } from './synthetic.js';

/** What a list of populations shows before one is loaded. */
export interface PopulationInfo {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly districts: number;
  readonly schools: number;
  readonly synthetic: boolean;
}

/** scenarios/populations/ID.yaml; a synthetic population has its counts from the evidence. */
interface Description {
  readonly title: string;
  readonly source: string;
  readonly districts?: number;
  readonly schools?: number;
}

interface Entry extends PopulationInfo {
  readonly apiNoise: Population['apiNoise'];
  drafts(): DistrictDraft[] | Promise<DistrictDraft[]>;
}

const descriptions = import.meta.glob<Description>('../../scenarios/populations/*.yaml', {
  eager: true,
  import: 'default',
});

/** Loaded on demand: half a megabyte that most visits to the page never need. */
const csvFiles = import.meta.glob<string>('../../scenarios/populations/*.csv', {
  query: '?raw',
  import: 'default',
});

const statesOfNewEngland = newEnglandTotals();

const entries: readonly Entry[] = [
  synthetic('massachusetts', massachusetts, figure('stateDistricts'), figure('stateSchools')),
  real('abc-unified', abcUnified, 'study'),
  synthetic('boston', boston, 1, figure('bostonSchools')),
  real('california-2000', californiaDistricts, 'california'),
  synthetic(
    'new-england',
    newEngland,
    statesOfNewEngland.reduce((sum, state) => sum + state.districts, 0),
    statesOfNewEngland.reduce((sum, state) => sum + state.schools, 0),
  ),
  synthetic('nation', nation, figure('nationDistricts'), figure('nationSchools')),
];

/** The populations that ship with the project. */
export const populationNames: readonly PopulationInfo[] = deepFreeze(
  entries.map(({ id, title, source, districts, schools, synthetic }) => ({
    id,
    title,
    source,
    districts,
    schools,
    synthetic,
  })),
);

/**
 * Loads a population by its id; the same bits every time and everywhere.
 *
 * @throws InputError when there is no population of this name
 */
export async function loadPopulation(name: string): Promise<Population> {
  const entry = entries.find(({ id }) => id === name);
  if (!entry) throw unknownPopulation(name);
  const { id, title, source, synthetic, apiNoise } = entry;
  return assemble({ id, title, source, synthetic, apiNoise }, await entry.drafts());
}

/** Scores of 1999 of the schools of `california-2000`, in their order: the year before those of the population. */
export async function loadCaliforniaScoresBefore(): Promise<Float64Array> {
  return californiaScoresBefore(await loadCsv('california-2000'));
}

function unknownPopulation(name: string): InputError {
  const ids = entries.map(({ id }) => id);
  const nearest = [...ids].sort((a, b) => distance(name, a) - distance(name, b))[0] ?? '';
  return new InputError([
    {
      path: 'population',
      value: name,
      rule: `must be one of ${ids.join(', ')}, or a CSV file`,
      remedy:
        distance(name, nearest) <= 4
          ? `did you mean ${nearest}?`
          : 'list them with accord-sim list populations',
    },
  ]);
}

function synthetic(id: string, drafts: () => DistrictDraft[], districts: number, schools: number): Entry {
  return { ...describe(id), id, districts, schools, synthetic: true, apiNoise: 'california', drafts };
}

function real(id: string, read: (csv: string) => DistrictDraft[], apiNoise: Population['apiNoise']): Entry {
  const { districts = 0, schools = 0, ...texts } = describe(id);
  const drafts = async (): Promise<DistrictDraft[]> => read(await loadCsv('california-2000'));
  return { ...texts, id, districts, schools, synthetic: false, apiNoise, drafts };
}

function describe(id: string): Description {
  const description = descriptions[`../../scenarios/populations/${id}.yaml`];
  if (!description) throw new Error(`scenarios/populations/${id}.yaml must exist`);
  const { title, source, districts, schools } = description;
  return { title, source, ...(districts && schools ? { districts, schools } : {}) };
}

async function loadCsv(id: string): Promise<string> {
  const load = csvFiles[`../../scenarios/populations/${id}.csv`];
  if (!load) throw new Error(`scenarios/populations/${id}.csv must exist`);
  return load();
}
