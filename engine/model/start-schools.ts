import { binomialSum, draw, drawName, highNormal, lowNormal } from '../random/index.js';
import type { Model } from './rule.js';
import type { SchoolModel } from './school-model.js';

const deviations = drawName('schools.start.deviation');
const lasting = drawName('schools.start.lasting');
const scores = drawName('schools.start.score');
const ties = drawName('schools.start.ties');

/** Arrays that the yearly step needs of the start. */
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
export function startSchools(model: Model, schools: SchoolModel, constants: SchoolConstants): void {
  const { state, world, luck } = model;
  const { district, key, api } = world.population.schools;
  const { deviation, tieEffect } = state.schools;
  const { score, sd, density } = schools;
  // Ties follow a weighted mean of past deviations: its regression on the present one and its variance, in sd units.
  const keep = 1 - density.relaxation;
  const onPresent = density.relaxation / (1 - keep * score.phi);
  const variance = ((density.relaxation / (1 + keep)) * (1 + keep * score.phi)) / (1 - keep * score.phi);
  const past = sd * Math.sqrt(Math.max(0, variance - onPresent * onPresent));
  const hidden = sd * Math.sqrt(Math.max(0, 1 - variance));
  const line = povertyLine(model);
  const noise = noiseVariances(model, score.changeVariance);
  const { residualVariance, movingShare } = score;
  const fixedSd = Math.sqrt(residualVariance * (1 - movingShare));
  const schoolSd = model.inputs.value('densitySchoolSd');

  for (let i = 0; i < world.schools; i++) {
    const quality = state.quality[district[i]!]!;
    luck.open(deviations, 0);
    const u = draw(luck.k0, luck.k1, key[i]!);
    const s = sd * lowNormal(u);
    const followed = onPresent * s + past * highNormal(u);
    luck.open(lasting, 0);
    const v = draw(luck.k0, luck.k1, key[i]!);
    const effect = schoolSd * lowNormal(v);
    deviation[i] = s;
    tieEffect[i] = effect;
    const p =
      (schools.equilibrium(quality, followed + hidden, effect) +
        schools.equilibrium(quality, followed - hidden, effect)) /
      2;
    luck.open(ties, 0);
    state.schools.ties[i] = binomialSum(world.possibleTies[i]!, p, 0, 0, draw(luck.k0, luck.k1, key[i]!));

    const usual = schools.expected(schools.reference, effect);
    constants.usualDensity[i] = usual;
    constants.noiseSd[i] = Math.sqrt(noise[i]!);
    const mean =
      (score.direct * (quality - schools.reference) +
        score.kappa * (schools.expected(quality, effect) - usual)) /
      (1 - score.rho);
    const known = mean + score.onDeviation * s;
    const wander = score.qualityVariance + noise[i]! / (1 - score.rho * score.rho);
    luck.open(scores, 0);
    const w = draw(luck.k0, luck.k1, key[i]!);
    place(i, known, wander, line[i]!, lowNormal(w), highNormal(w), api[i]!);
  }

  /** A school without a known score is drawn around the poverty line; a known score is split as the variances say. */
  function place(
    i: number,
    known: number,
    wander: number,
    expectation: number,
    z1: number,
    z2: number,
    observed: number,
  ): void {
    const { fixed, moving } = state.schools;
    if (Number.isNaN(observed)) {
      moving[i] = known + Math.sqrt(wander) * z1;
      fixed[i] = expectation + fixedSd * z2;
      return;
    }
    const part = movingShare * (observed - expectation - known) + Math.sqrt(movingShare) * fixedSd * z1;
    moving[i] = known + part;
    fixed[i] = observed - moving[i]!;
  }
}

function povertyLine({ world, inputs }: Model): Float64Array {
  const { type, lowIncome } = world.population.schools;
  const ofType = [0, inputs.value('middleSchoolApi'), inputs.value('highSchoolApi')];
  const intercept = inputs.value('apiIntercept');
  const percent = 100 * inputs.value('povertySlope');
  return lowIncome.map((share, i) => intercept + ofType[type[i]!]! + percent * share);
}

/**
 * The study's yearly noise is one for all schools. In California what last year's score leaves open of this year's falls
 * with enrolment, and the noise is the part of it that fading and quality do not explain.
 */
function noiseVariances({ world, inputs }: Model, explained: number): Float64Array {
  const { apiNoise, schools } = world.population;
  const study = inputs.value('studyNoiseSd');
  if (apiNoise === 'study') return new Float64Array(schools.count).fill(study * study);
  const common = inputs.value('growthVariance') - explained;
  const falling = inputs.value('growthVarianceTimesStudents');
  return schools.students.map((students) => Math.max(0, common + falling / Math.max(1, students)));
}
