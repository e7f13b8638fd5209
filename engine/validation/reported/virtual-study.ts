import { parameterValue, withAssumptions } from '../../evidence/index.js';
import { chooseSchools, studySchools, studyScores } from '../../model/instruments/partnership-study.js';
import { createKernel } from '../../model/kernel.js';
import { loadPopulation, type Population } from '../../population/index.js';
import { entityKeys } from '../../random/index.js';
import { loadScenario } from '../../scenario/index.js';
import { analyseStudy, type StudyResult } from './study-figures.js';

/** Schools in the study of the paper. */
export const studySize = 26;

/** Years before the survey, in which ties and scores forget how they were drawn. */
const yearsBefore = 3;

/**
 * What is held where the study took place: by 2011 the district had been in partnership for twelve years and stayed so.
 * It had no state partnership, hence research counts as at its reference.
 */
const studiedDistrict: Readonly<Record<string, number>> = {
  initialUsers: 1,
  initialCollaborative: 1,
  relapseChance: 0,
  retainedChance: 1,
  researchMultiplier: 1,
};

/** The virtual partnership study in one district. One instance is reused from replicate to replicate. */
export interface VirtualStudy {
  /**
   * One study: quality and density in a year, scores of that year and the next.
   *
   * @param exact measures without error, for the checks of the identification
   */
  run(parameters: Float64Array, root: Uint32Array, replicate: number, exact?: boolean): StudyResult;
}

/**
 * @param schools that take part: up to the district's own number they are drawn from it; beyond it the district is made
 *   larger by copies of its schools, each with luck of its own
 */
export async function createVirtualStudy(schools = studySize): Promise<VirtualStudy> {
  const district = studyDistrict(await loadPopulation('abc-unified'), schools);
  const kernel = createKernel(district);
  const scenario = { ...loadScenario('no-partnership'), years: yearsBefore + 1 };
  const month = 12 * yearsBefore;
  return {
    run(parameters, root, replicate, exact = false) {
      kernel.begin(scenario, withAssumptions(parameters, studiedDistrict), root, replicate);
      for (let tick = 1; tick <= month; tick++) kernel.step(tick);
      const chosen = chooseSchools(kernel.model, schools);
      const measured = studySchools(kernel.model, month, chosen, exact);
      for (let tick = month + 1; tick <= month + 12; tick++) kernel.step(tick);
      const yearEffect = parameterValue(parameters, 'studyYearEffect');
      return analyseStudy(measured, studyScores(kernel.model, chosen, yearEffect, exact));
    },
  };
}

/**
 * The district as the study met it. Its scores of 2000 are left out: they spread twice as widely around the poverty line
 * as the improvements of 2012 allow, so the schools' scores are drawn with the spread that the study implies.
 */
function studyDistrict(population: Population, wanted: number): Population {
  const { schools, districts } = population;
  const count = Math.max(wanted, schools.count);
  const places = Array.from({ length: count }, (_, i) => i % schools.count);
  const copied = (column: ArrayLike<number>): Float64Array => Float64Array.from(places, (i) => column[i]!);
  const name = places.map((i, at) => `${schools.name[i]!} ${Math.floor(at / schools.count) + 1}`);
  return {
    ...population,
    districts: { ...districts, firstSchool: Uint32Array.of(0, count) },
    schools: {
      count,
      name,
      key: entityKeys(name),
      district: new Uint32Array(count),
      type: Uint8Array.from(copied(schools.type)),
      students: copied(schools.students),
      educators: copied(schools.educators),
      lowIncome: copied(schools.lowIncome),
      api: new Float64Array(count).fill(NaN),
    },
  };
}
