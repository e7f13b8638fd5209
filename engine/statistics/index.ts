export { adjustByRegression, type AdjustedParticle } from './calibrate/adjust-by-regression.js';
export { effectiveSampleSize } from './calibrate/effective-sample-size.js';
export { gelmanRubin } from './calibrate/gelman-rubin.js';
export { normalChance } from './calibrate/normal-chance.js';
export { rankAmong, rankHistogram, type RankHistogram } from './calibrate/rank-histogram.js';
export { resampleParticles } from './calibrate/resample-particles.js';
export {
  type CalibrationCheck,
  type CalibrationOptions,
  type CalibrationRepeat,
  simulationBasedCalibration,
} from './calibrate/simulation-based-calibration.js';
export type { SmcOptions } from './calibrate/smc-options.js';
export { normalScorePrior, independentPrior, type SmcPrior, unitCubePrior } from './calibrate/smc-prior.js';
export type { SmcOutcome, SmcProblem, SmcProposal } from './calibrate/smc-problem.js';
export type { SmcState, SmcParticle, SmcPopulation, SmcStop } from './calibrate/smc-state.js';
export { smc } from './calibrate/smc.js';
export { type PrimBox, type BoxLimit, inBox } from './discover/prim-box.js';
export { chooseBox, prim, type PrimOptions, type PrimResult } from './discover/prim.js';
export { addressedUniform, shuffledIndices, type AddressedUniform } from './draws/addressed-uniform.js';
export { factorial } from './draws/factorial.js';
export { interleavedOrder } from './draws/interleaved-order.js';
export { latinHypercube } from './draws/latin-hypercube.js';
export { oneAtATime, type OneAtATimeRun } from './draws/one-at-a-time.js';
export { type Range, scaleToRanges } from './draws/scale-to-ranges.js';
export { maximumSobolDimensions, sobolSequence, type SobolSequenceOptions } from './draws/sobol-sequence.js';
export {
  bootstrapInterval,
  bootstrapIntervals,
  type BootstrapOptions,
  type Estimate,
  type Interval,
} from './estimate/bootstrap-interval.js';
export { fixedDesign } from './estimate/fixed-design.js';
export {
  type Coefficient,
  leastSquares,
  type LeastSquaresOptions,
  type Regression,
} from './estimate/least-squares.js';
export { quantile } from './estimate/quantile.js';
export { square } from './estimate/square.js';
export type { Evolution, EvolveOptions, EvolveProblem, Member } from './optimise/evolve-problem.js';
export { evolve } from './optimise/evolve.js';
export { hypervolume } from './optimise/hypervolume.js';
export {
  crowdingDistances,
  dominates,
  type Evaluation,
  nondominatedSort,
  paretoFront,
} from './optimise/pareto.js';
export { rankByHypervolume } from './optimise/rank-by-hypervolume.js';
export { regret, type Regret } from './optimise/regret.js';
export type { Bounds } from './optimise/simulated-binary-crossover.js';
export { rankMembers, type Ranking, surviving } from './optimise/survival.js';
export { type MorrisIndex, morrisIndices } from './sensitivity/morris-indices.js';
export { type MorrisOptions, type MorrisSample, morrisSample } from './sensitivity/morris-sample.js';
export { type SaltelliOptions, type SaltelliSample, saltelliSample } from './sensitivity/saltelli-sample.js';
export { type Contribution, shapley } from './sensitivity/shapley.js';
export { type SobolIndices, sobolIndices } from './sensitivity/sobol-indices.js';
export { type VarianceComponents, varianceComponents } from './sensitivity/variance-components.js';
