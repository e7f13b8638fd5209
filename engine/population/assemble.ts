import { entityKeys } from '../random/index.js';
import type { DistrictDraft, SchoolDraft } from './draft.js';
import { makeSchools } from './make-schools.js';
import type { Districts, Population, Schools } from './population.js';
import { schoolKeys } from './school-keys.js';

export type PopulationHeader = Pick<Population, 'id' | 'title' | 'source' | 'synthetic' | 'apiNoise'>;

/** Between the parts of an address; no name holds it. */
const SEPARATOR = '\u001f';

/**
 * Addresses of districts: a hash of state and name, so that no other district matters.
 *
 * @throws RangeError when a state has two districts of one name
 */
export function districtKeys(districts: readonly Pick<DistrictDraft, 'state' | 'name'>[]): Uint32Array {
  return entityKeys(districts.map(({ state, name }) => state + SEPARATOR + name));
}

/**
 * Puts districts into columns, in the order given, and makes up the schools of those that give a number only.
 *
 * @throws RangeError when two districts of a state, or two schools of a district, share a name
 */
export function assemble(header: PopulationHeader, drafts: readonly DistrictDraft[]): Population {
  const key = districtKeys(drafts);
  const schools = drafts.map((draft, i) =>
    typeof draft.schools === 'number' ? makeSchools(draft, draft.schools, key[i] ?? 0) : draft.schools,
  );
  const states = [...new Set(drafts.map((draft) => draft.state))];
  const regions = regionNames(drafts);
  const regionIndex = indexOf([...regions.keys()]);
  const stateIndex = indexOf(states);
  const firstSchool = new Uint32Array(drafts.length + 1);
  schools.forEach((list, i) => (firstSchool[i + 1] = firstSchool[i]! + list.length));
  const column = (value: (draft: DistrictDraft) => number): Float64Array => Float64Array.from(drafts, value);
  const learners = column((draft) => draft.englishLearners);
  const districts: Districts = {
    count: drafts.length,
    name: drafts.map((draft) => draft.name),
    key,
    state: Uint16Array.from(drafts, (draft) => stateIndex.get(draft.state) ?? 0),
    region: Uint16Array.from(drafts, (draft) => regionIndex.get(regionAddress(draft)) ?? 0),
    students: column((draft) => draft.students),
    educators: column((draft) => draft.educators),
    lowIncome: column((draft) => draft.lowIncome),
    ...(learners.every((share) => Number.isNaN(share)) ? {} : { englishLearners: learners }),
    contractMonths: Int16Array.from(drafts, (draft) => draft.contractMonths),
    firstSchool,
  };
  return { ...header, states, regions: [...regions.values()], districts, schools: columns(schools, key) };
}

function columns(lists: readonly (readonly SchoolDraft[])[], districtKey: Uint32Array): Schools {
  const all = lists.flat();
  const district = Uint32Array.from(lists.flatMap((list, i) => list.map(() => i)));
  const name = all.map((school) => school.name);
  const column = (value: (school: SchoolDraft) => number): Float64Array => Float64Array.from(all, value);
  return {
    count: all.length,
    name,
    key: schoolKeys(
      district.map((i) => districtKey[i] ?? 0),
      name,
    ),
    district,
    type: Uint8Array.from(all, (school) => school.type),
    students: column((school) => school.students),
    educators: column((school) => school.educators),
    lowIncome: column((school) => school.lowIncome),
    api: column((school) => school.api),
  };
}

function regionAddress({ state, region }: DistrictDraft): string {
  return state + SEPARATOR + region;
}

/** Region addresses with the name to show: the state stands before a name that several states use. */
function regionNames(drafts: readonly DistrictDraft[]): Map<string, string> {
  const addresses = new Map(drafts.map((draft) => [regionAddress(draft), draft]));
  const uses = new Map<string, number>();
  for (const { region } of addresses.values()) uses.set(region, (uses.get(region) ?? 0) + 1);
  return new Map(
    [...addresses].map(([address, { state, region }]) => [
      address,
      uses.get(region) === 1 ? region : `${state}, ${region}`,
    ]),
  );
}

function indexOf(values: readonly string[]): Map<string, number> {
  return new Map(values.map((value, index) => [value, index]));
}
