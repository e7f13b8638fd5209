import { educatorNetwork } from '../../engine/model/instruments/educator-network.js';
import { studySchools } from '../../engine/model/instruments/partnership-study.js';
import type { Formality, Frequency } from '../../engine/model/instruments/rep-principal.js';
import type { Population } from '../../engine/population/index.js';
import { schoolTypes } from '../../engine/population/population.js';
import { hazardToChance, rootKey } from '../../engine/random/index.js';
import type { Kernel } from '../../engine/run.js';
import type { Scenario } from '../../engine/scenario/scenario.js';
import { followReplicate } from '../../engine/trace.js';

/** One school of one future, at the start and at the end of each year. */
export interface SchoolRecord {
  readonly name: string;
  readonly type: string;
  readonly educators: number;
  readonly students: number;
  readonly years: readonly SchoolYear[];
  /** What its explicit network is drawn from. */
  readonly key: number;
  readonly relaxation: number;
}

export interface SchoolYear {
  /** Partnership quality, 1 to 4. */
  readonly quality: number;
  /** Pairs of educators that communicate, and the chance of one renewed in the year. */
  readonly ties: number;
  readonly tieChance: number;
  /** Share of possible pairs. */
  readonly density: number;
  /** The same on each of the study's topics. */
  readonly topics: readonly number[];
  /** How often the union representative and the principal talk, and how formally. */
  readonly frequency: Frequency;
  readonly formality: Formality;
}

/** Reruns one replicate and records the schools of one district. */
export function traceSchools(
  kernel: Kernel,
  { schools, districts }: Population,
  scenario: Scenario,
  seed: string,
  replicate: number,
  district: number,
): SchoolRecord[] {
  const { model } = kernel.stepper;
  const first = districts.firstSchool[district]!;
  const own = Array.from(
    { length: districts.firstSchool[district + 1]! - first },
    (_, place) => first + place,
  );
  const years = own.map((): SchoolYear[] => []);
  followReplicate(kernel, scenario, seed, replicate, (month) => {
    if (month % 12 !== 0) return;
    studySchools(model, month, own, true).forEach((measured, place) => {
      const { quality, density, topicDensities, frequency, formality, school } = measured;
      years[place]!.push({
        quality: Math.min(4, Math.max(1, quality)),
        ties: model.state.schools.ties[school]!,
        tieChance: model.state.schools.tieChance[school]!,
        density: Number.isFinite(density) ? density : 0,
        topics: topicDensities.map((one) => (Number.isFinite(one) ? one : 0)),
        frequency,
        formality,
      });
    });
  });
  const relaxation = hazardToChance(1 / model.inputs.value('tieYears'));
  return own.map((school, place) => ({
    name: schools.name[school]!,
    type: schoolTypes[schools.type[school]!]!,
    educators: model.world.educators[school]!,
    students: model.world.students[school]!,
    years: years[place]!,
    key: schools.key[school]!,
    relaxation,
  }));
}

/**
 * The ties between the educators of a school at the end of each year, year 0 = the start.
 *
 * @returns for each year a byte a pair: pair (a, b) with a < b at b (b - 1) / 2 + a, 1 = a tie
 */
export function educatorTies(school: SchoolRecord, seed: string, replicate: number): Uint8Array[] {
  return educatorNetwork({
    root: rootKey(seed),
    replicate,
    schoolKey: school.key,
    educators: school.educators,
    ties: school.years.map(({ ties }) => ties),
    tieChance: school.years.map(({ tieChance }) => tieChance),
    relaxation: school.relaxation,
  });
}
