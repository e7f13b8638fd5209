export { makesPopulation, type Distribution, type Parameter, type Source, type Status } from './parameter.js';
export { parseParameters } from './parse-parameter.js';
export { parseDistribution, priorQuantile, quantile } from './distribution.js';
export { parameterIndex, parameters, parameterValue } from './parameters.js';
export { drawParameters, drawPrior, withAssumptions } from './draw-parameters.js';
export {
  posterior,
  type FitBlock,
  type FitPopulation,
  type FittedParameter,
  type FiveQuantiles,
  type PosteriorSummary,
} from './posterior.js';
export { type JointDraws, parseDraws, posteriorDraws } from './posterior-draws.js';
export { type Figure, figures, type SourceDocument, sources } from './figures.js';
