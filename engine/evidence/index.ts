export type { Distribution, Parameter, Source, Status } from './parameter.js';
export { parseParameters } from './parse-parameter.js';
export { parseDistribution, priorQuantile, quantile } from './distribution.js';
export { parameterIndex, parameters, parameterValue } from './parameters.js';
export { drawParameters, withAssumptions } from './draw-parameters.js';
export { type Figure, figures, type SourceDocument, sources } from './figures.js';
export { formatProblems, InputError, type Problem } from './problem.js';
