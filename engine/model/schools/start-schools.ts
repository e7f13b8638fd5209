import { binomialSum, draw, drawName, highNormal, lowNormal } from '../../random/index.js';
import type { Stream } from '../luck.js';
import type { Readings } from '../inputs.js';
import type { RuleModel } from '../rule.js';
import type { SchoolModel } from './school-model.js';
import type { Score } from './score.js';

const deviations = drawName('schools.start.deviation');
const lasting = drawName('schools.start.lasting');
const scores = drawName('schools.start.score');
const ties = drawName('schools.start.ties');

export const startReads = [
  'densitySchoolSd',
  'middleSchoolApi',
  'highSchoolApi',
  'apiIntercept',
  'povertySlope',
  'growthVariance',
  'growthVarianceTimesStudents',
  'studyNoiseSd',
] as const;

type Reads = Readings<typeof startReads>;
type StartModel = Omit<RuleModel<never>, 'inputs'>;

/** Arrays that the yearly step needs of the start, and never changes. */
export interface SchoolConstants {
  /** Standard deviation of a school's yearly noise. */
  readonly noiseSd: Float64Array;
  /** Density at which density moves no score: the school's own at the reference quality. */
  readonly usualDensity: Float64Array;
}

/**
 * Draws every school from the long-run distribution that its district's start implies, so that an untouched baseline
 * does not drift: deviation, ties that have followed past deviations, the moving part of the score given both.
 */
export function startSchools(
  model: StartModel,
  p: Reads,
  schools: SchoolModel,
  constants: SchoolConstants,
): void {
  const { state, world, luck } = model;
  const { district, key, api } = world.population.schools;
  const { deviation, tieEffect } = state.schools;
  const { score, sd, density } = schools;
  const { onPresent, pastVariance } = density;
  const past = sd * Math.sqrt(pastVariance);
  const hidden = sd * Math.sqrt(Math.max(0, 1 - onPresent * onPresent - pastVariance));
  const line = povertyLine(model, p);
  const open = openVariances(model, p, score);
  const noise = noiseVariances(model, p, score, open);
  const fixedSd = Math.sqrt(score.residualVariance * (1 - score.movingShare));
  const schoolSd = p.densitySchoolSd;

  const [deviationsOf, lastingOf, scoresOf, tiesOf] = [deviations, lasting, scores, ties].map((name) =>
    luck.stream(name).open(0),
  ) as [Stream, Stream, Stream, Stream];
  const { possibleTies } = world;

  for (let i = 0; i < world.schools; i++) {
    const quality = state.quality[district[i]!]!;
    const u = draw(deviationsOf.k0, deviationsOf.k1, key[i]!);
    const s = sd * lowNormal(u);
    const followed = onPresent * s + past * highNormal(u);
    const v = draw(lastingOf.k0, lastingOf.k1, key[i]!);
    const effect = schoolSd * lowNormal(v);
    deviation[i] = s;
    tieEffect[i] = effect;
    const p =
      (schools.equilibrium(quality, followed + hidden, effect) +
        schools.equilibrium(quality, followed - hidden, effect)) /
      2;
    state.schools.ties[i] = binomialSum(possibleTies[i]!, p, 0, 0, draw(tiesOf.k0, tiesOf.k1, key[i]!));

    const usual = schools.expected(schools.reference, effect);
    constants.usualDensity[i] = usual;
    constants.noiseSd[i] = Math.sqrt(noise[i]!);
    const mean =
      (score.direct * (quality - schools.reference) +
        score.kappa * (schools.expected(quality, effect) - usual)) /
      (1 - score.rho);
    const known = mean + score.onDeviation * s;
    const wander = score.qualityVariance + noise[i]! / (1 - score.rho * score.rho);
    const w = draw(scoresOf.k0, scoresOf.k1, key[i]!);
    place(i, known, wander, line[i]!, lowNormal(w), highNormal(w));
  }

  /** A school without a known score is drawn around the poverty line; a known score is split as the variances say. */
  function place(
    i: number,
    known: number,
    wander: number,
    expectation: number,
    z1: number,
    z2: number,
  ): void {
    const { fixed, moving } = state.schools;
    const observed = api[i]!;
    if (Number.isNaN(observed)) {
      moving[i] = known + Math.sqrt(wander) * z1;
      fixed[i] = expectation + fixedSd * z2;
      return;
    }
    const hidden = Math.sqrt(score.hiddenShare * open[i]!) * z1;
    moving[i] = known + score.movingShare * (observed - expectation - known) + hidden;
    fixed[i] = observed - moving[i];
  }
}

function povertyLine({ world }: StartModel, p: Reads): Float64Array {
  const { type, lowIncome } = world.population.schools;
  const ofType = [0, p.middleSchoolApi, p.highSchoolApi];
  const intercept = p.apiIntercept;
  const percent = 100 * p.povertySlope;
  return lowIncome.map((share, i) => intercept + ofType[type[i]!]! + percent * share);
}

/** What last year's score leaves open of this year's: falls with enrolment in California, one for all in the study. */
function openVariances({ world }: StartModel, p: Reads, score: Score): Float64Array {
  const { apiNoise, schools } = world.population;
  const common = p.growthVariance;
  const falling = p.growthVarianceTimesStudents;
  return schools.students.map((students) =>
    apiNoise === 'study' ? score.openVariance : common + falling / Math.max(1, students),
  );
}

/** Yearly noise: the part of the open variance that neither a fading moving part nor quality explains. */
function noiseVariances({ world }: StartModel, p: Reads, score: Score, open: Float64Array): Float64Array {
  const study = p.studyNoiseSd;
  const unexplained = 1 - (1 - score.rho) * (1 - score.rho) * score.hiddenShare;
  return open.map((variance) =>
    world.population.apiNoise === 'study'
      ? study * study
      : Math.max(0, unexplained * variance - score.actingVariance),
  );
}
