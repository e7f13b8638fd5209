import { binomialSum, draw, drawName, highNormal, logistic, logit, lowNormal } from '../../random/index.js';
import { clamp } from '../schools/school-means.js';
import type { Model } from '../rule.js';
import { repPrincipal, type Formality, type Frequency } from './rep-principal.js';

/** Topics of the network survey, from the commonest to the rarest. */
export const topics = [
  'instructional practice',
  'curriculum and integration',
  'student data',
  'mentoring',
] as const;

/** One school as the study measures it in its first year. */
export interface StudySchool {
  readonly school: number;
  /** Quality as the survey of educators measures it, scale of 1 to 4, with its error. */
  readonly quality: number;
  /** Density of communication at the survey's response rate, mean of the four topics. */
  readonly density: number;
  readonly topicDensities: readonly number[];
  /** Percentage of low-income students. */
  readonly poverty: number;
  /** Code of the school type: 0 elementary, 1 middle, 2 high. */
  readonly type: number;
  readonly frequency: Frequency;
  readonly formality: Formality;
  /** Reported score of the year, 200..1000. */
  readonly api: number;
}

const error = drawName('study.error');
const sample = drawName('study.sample');
const response = drawName('study.response');
const topicName = drawName('study.topic');

/** Schools that take part: those with the smallest draws among the district's, or among all. */
export function chooseSchools(model: Model, count: number, district?: number): number[] {
  const { world, luck } = model;
  const { district: of, key } = world.population.schools;
  luck.open(sample, 0);
  const { k0, k1 } = luck;
  const open = Array.from({ length: world.schools }, (_, i) => i).filter(
    (i) => (district === undefined || of[i] === district) && world.possibleTies[i]! > 0,
  );
  open.sort((a, b) => draw(k0, k1, key[a]!) - draw(k0, k1, key[b]!));
  return open.slice(0, count).sort((a, b) => a - b);
}

/**
 * The virtual partnership study: measures schools as the study of 26 schools did (model 7.7).
 *
 * Model densities are in the study's own unit, ties as seen when either end answers at the survey's response rate.
 *
 * @param exact measures quality and density without error, for the checks of the identification
 */
export function studySchools(
  model: Model,
  month: number,
  schools: readonly number[],
  exact = false,
): StudySchool[] {
  const { world, state, luck, inputs } = model;
  const { district, key, type, lowIncome } = world.population.schools;
  const { deviation, ties } = state.schools;
  const reliability = inputs.value('qualityReliability');
  const sd = inputs.value('qualitySd');
  const errorSd = exact ? 0 : sd * Math.sqrt((1 - reliability) / reliability);
  const silent = 1 - inputs.value('responseRate');
  const seen = 1 - silent * silent;
  return schools.map((i) => {
    const quality = state.quality[district[i]!]! + deviation[i]!;
    luck.open(error, month);
    const measured = quality + errorSd * lowNormal(draw(luck.k0, luck.k1, key[i]!));
    luck.open(response, month);
    const possible = world.possibleTies[i]!;
    const all = Math.min(possible, Math.round(ties[i]! / seen));
    const observed = exact ? ties[i]! : binomialSum(all, seen, 0, 0, draw(luck.k0, luck.k1, key[i]!));
    const { frequency, formality } = repPrincipal(model, i, month / 12, quality);
    const topicDensities = topicsOf(model, month, i, observed / possible);
    return {
      school: i,
      quality: exact ? measured : clamp(measured, 1, 4),
      density: exact ? observed / possible : topicDensities.reduce((sum, d) => sum + d, 0) / topics.length,
      topicDensities,
      poverty: 100 * lowIncome[i]!,
      type: type[i]!,
      frequency,
      formality,
      api: score(model, i, 0, exact),
    };
  });
}

/**
 * The scores of the same schools a year later.
 *
 * @param yearEffect points that all scores rose by in that year, beside what the model moves
 */
export function studyScores(
  model: Model,
  schools: readonly number[],
  yearEffect: number,
  exact = false,
): Float64Array {
  return Float64Array.from(schools, (i) => score(model, i, yearEffect, exact));
}

function score({ state }: Model, school: number, yearEffect: number, exact: boolean): number {
  const { fixed, moving } = state.schools;
  const points = fixed[school]! + moving[school]! + yearEffect;
  return exact ? points : clamp(points, 200, 1000);
}

/** Splits a school's density over the topics: evenly spread around it in log odds, with the mean kept. */
function topicsOf(model: Model, month: number, school: number, density: number): number[] {
  const { luck, inputs, world } = model;
  if (density <= 0 || density >= 1) return topics.map(() => density);
  const spread = inputs.value('topicSpread');
  const noise = inputs.value('topicNoise');
  const raw = topics.map((_, topic) => {
    luck.open(topicName, month * topics.length + topic);
    const wobble = noise * highNormal(draw(luck.k0, luck.k1, world.population.schools.key[school]!));
    return logistic(logit(density) + spread * (1 / 2 - topic / (topics.length - 1)) + wobble);
  });
  const mean = raw.reduce((sum, d) => sum + d, 0) / topics.length;
  return raw.map((d) => (d * density) / mean);
}
