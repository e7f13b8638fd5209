import type { Readings } from '../inputs.js';
import type { Density } from './density.js';

export const scoreReads = [
  'improvementShare',
  'lagSlope',
  'apiPersistence',
  'qualityEffect',
  'causalShare',
  'mediatedShare',
  'studyNoiseSd',
  'apiResidualSd',
] as const;

/** Coefficients of the moving part of a score: x' = rho x + direct (q - reference) + kappa (d - reference) + noise. */
export interface Score {
  readonly rho: number;
  /** API points a point of quality, and a unit of density. */
  readonly direct: number;
  readonly kappa: number;
  /** Yearly persistence of a school's deviation in quality. */
  readonly phi: number;
  /** Variance of a score given poverty and type, and the share of it that moves. */
  readonly residualVariance: number;
  readonly movingShare: number;
  /** What last year's score leaves open of this year's, where that is one for all schools: a variance. */
  readonly openVariance: number;
  /** Variance of the moving part given a known score, over what that score leaves open of the next. */
  readonly hiddenShare: number;
  /** Variance of a year's change that comes of quality, and of ties as far as past quality still shows in them. */
  readonly actingVariance: number;
  /** Covariance of the moving part with the present deviation, over the deviation's variance. */
  readonly onDeviation: number;
  /** Variance of the moving part that yearly noise and past deviations leave, given the present deviation, a noise unit. */
  readonly qualityVariance: number;
}

/**
 * Persistence of a school's deviation in quality. The study controls for last year's score in one regression and not in
 * the other, so its two coefficients fix it whatever rho is: phi = (1 - improvement / level) / lag slope.
 */
export function deviationPersistence(
  p: Pick<Readings<typeof scoreReads>, 'improvementShare' | 'lagSlope'>,
): number {
  return (1 - p.improvementShare) / p.lagSlope;
}

/**
 * Solves the coefficients from what the study and the population's scores report (model 7.6).
 *
 * The level coefficient b of the study fixes direct + kappa * slope = b (1 - rho phi), for any rho, which the sources
 * do not identify. A lasting rise of one quality point is then worth b (1 - rho phi) / (1 - rho) in the long run.
 * The lag slope of the scores fixes how their spread divides: of the residual variance the moving part has the share
 * (1 - lag) / (1 - rho). California's file gives the residual variance. The study gives none, only its improvements: there
 * the residual variance is the one at which the moving part, given quality, has that share, so that the study's own lag
 * slope is the one which the persistence of quality was found with.
 */
export function solveScore(
  p: Readings<typeof scoreReads>,
  density: Density,
  qualitySd: number,
  study: boolean,
): Score {
  const lag = p.lagSlope;
  const rho = Math.min(p.apiPersistence, lag);
  const phi = deviationPersistence(p);
  const level = p.qualityEffect * p.causalShare;
  const yearly = level * (1 - rho * phi);
  const mediated = p.mediatedShare;
  const share = (1 - lag) / (1 - rho);
  const deviations = qualitySd * qualitySd;
  const fromQuality = (yearly * yearly * deviations * (1 + rho * phi)) / ((1 - rho * rho) * (1 - rho * phi));
  const qualityVariance = Math.max(0, fromQuality - level * level * phi * phi * deviations);
  const studyNoise = p.studyNoiseSd * p.studyNoiseSd;
  const residualVariance = study
    ? (qualityVariance + studyNoise / (1 - rho * rho)) / share
    : p.apiResidualSd * p.apiResidualSd;
  const improvement = level * (1 - lag * phi);
  const kappa = (mediated * yearly * qualitySd) / density.slope;
  const throughPast = (kappa * density.slope) / density.onPresent;
  return {
    rho,
    phi,
    direct: (1 - mediated) * yearly,
    kappa,
    residualVariance,
    movingShare: share,
    openVariance: residualVariance * (1 - lag * lag),
    hiddenShare: (share * (1 - share)) / (1 - lag * lag),
    actingVariance: improvement * improvement * deviations + throughPast * throughPast * density.pastVariance,
    onDeviation: level * phi,
    qualityVariance,
  };
}
