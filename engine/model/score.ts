import type { Density } from './density.js';

/** Coefficients of the moving part of a score: x' = rho x + direct (q - reference) + kappa (d - reference) + noise. */
export interface Score {
  readonly rho: number;
  /** API points a point of quality, and a unit of density. */
  readonly direct: number;
  readonly kappa: number;
  /** Yearly persistence of a school's deviation in quality. */
  readonly phi: number;
  /** Standard deviation of the lasting part given poverty and type. */
  readonly fixedSd: number;
  /** Variance of the yearly noise where the population has one for all schools. */
  readonly noiseVariance: number;
  /** Covariance of the moving part with the present deviation, over the deviation's variance. */
  readonly onDeviation: number;
  /** Variance of the moving part that yearly noise and past deviations leave, given the present deviation, a noise unit. */
  readonly qualityVariance: number;
}

/**
 * Persistence of a school's deviation in quality. The study controls for last year's score in one regression and not in
 * the other, so its two coefficients fix it whatever rho is: phi = (1 - improvement / level) / lag slope.
 */
export function deviationPersistence(value: (id: string) => number): number {
  return (1 - value('improvementShare')) / value('lagSlope');
}

/**
 * Solves the coefficients from what the study and the population's scores report (model 7.6).
 *
 * The level coefficient b of the study fixes direct + kappa * slope = b (1 - rho phi), for any rho, which the sources
 * do not identify. A lasting rise of one quality point is then worth b (1 - rho phi) / (1 - rho) in the long run.
 * The lag slope of the scores fixes how their spread divides: with residual variance V, the lasting part has
 * V (lag - rho) / (1 - rho) and the moving part the rest.
 */
export function solveScore(
  value: (id: string) => number,
  density: Density,
  qualitySd: number,
  study: boolean,
): Score {
  const lag = value('lagSlope');
  const rho = Math.min(value('apiPersistence'), lag);
  const phi = deviationPersistence(value);
  const level = value('qualityEffect') * value('causalShare');
  const yearly = level * (1 - rho * phi);
  const mediated = value('mediatedShare');
  const residual = value('apiResidualSd') * value('apiResidualSd');
  const moving = (residual * (1 - lag)) / (1 - rho);
  const fromQuality =
    (yearly * yearly * qualitySd * qualitySd * (1 + rho * phi)) / ((1 - rho * rho) * (1 - rho * phi));
  const studyNoise = value('studyNoiseSd') * value('studyNoiseSd');
  return {
    rho,
    phi,
    direct: (1 - mediated) * yearly,
    kappa: (mediated * yearly * qualitySd) / density.slope,
    fixedSd: study ? value('studyFixedSd') : Math.sqrt((residual * (lag - rho)) / (1 - rho)),
    noiseVariance: study ? studyNoise : Math.max(0, moving - fromQuality) * (1 - rho * rho),
    onDeviation: level * phi,
    qualityVariance: Math.max(0, fromQuality - level * level * phi * phi * qualitySd * qualitySd),
  };
}
