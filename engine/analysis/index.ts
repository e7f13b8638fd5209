/**
 * Statistical methods for any function or response vector, and studies of the model that are built on them: sweeps,
 * sensitivity, discovery, optimisation and contributions. The package exports them as `accord-sim/analysis`. All
 * randomness comes from explicit seed texts: the same seed gives the same result, in any order of evaluation.
 *
 * @module
 */
export { addressedUniform, type AddressedUniform, shuffledIndices } from './addressed-uniform.js';

export { factorial } from './factorial.js';
export { interleavedOrder } from './interleaved-order.js';
export { latinHypercube } from './latin-hypercube.js';
export { oneAtATime, type OneAtATimeRun } from './one-at-a-time.js';
export { type Range, scaleToRanges } from './scale-to-ranges.js';
export { maximumSobolDimensions, sobolSequence, type SobolSequenceOptions } from './sobol-sequence.js';

export { type MorrisIndex, morrisIndices } from './morris-indices.js';
export { type MorrisOptions, type MorrisSample, morrisSample } from './morris-sample.js';
export { type SaltelliOptions, type SaltelliSample, saltelliSample } from './saltelli-sample.js';
export { type SobolIndices, sobolIndices } from './sobol-indices.js';

export { chooseBox, prim, type PrimOptions, type PrimResult } from './prim.js';
export { type BoxLimit, inBox, type PrimBox } from './prim-box.js';

export { evolve } from './evolve.js';
export { rankByHypervolume } from './rank-by-hypervolume.js';
export type { Evolution, EvolveOptions, EvolveProblem, Member } from './evolve-problem.js';
export { hypervolume } from './hypervolume.js';
export { crowdingDistances, dominates, type Evaluation, nondominatedSort, paretoFront } from './pareto.js';
export { rankMembers, type Ranking } from './survival.js';
export { regret, type Regret } from './regret.js';
export { type Contribution, shapley } from './shapley.js';
export type { Bounds } from './simulated-binary-crossover.js';

export {
  bootstrapInterval,
  bootstrapIntervals,
  type BootstrapOptions,
  type Estimate,
  type Interval,
} from './bootstrap-interval.js';
export {
  type Coefficient,
  leastSquares,
  type LeastSquaresOptions,
  type Regression,
} from './least-squares.js';
export { quantile } from './quantile.js';

export { defaultFactors, leverAmounts, uncertainAssumptions, unidentified } from './default-factors.js';
export { assumptionFactor, type Factor, factorValue, factorValues, withRange } from './factor.js';
export { factorCatalogue, findFactor } from './factor-catalogue.js';
export { respond, type ResponseHooks, type ScenarioResponse } from './model-response.js';
export type { ResponseSpec } from './read-horizon.js';
export { boxInWords, type FactorLimits, limitInWords } from './box-in-words.js';
export {
  type DiscoveredBox,
  type DiscoverOptions,
  discoverSweep,
  type DiscoveryDocument,
  type FinishedSweep,
} from './discover-sweep.js';
export type { Criterion } from './discovery-criterion.js';
export { evaluateMixes, type MixEvaluation, type MixSpec } from './optimise/evaluate-mixes.js';
export {
  type ContributionsDocument,
  type ContributionSpec,
  type LeverContribution,
  type OutcomeContributions,
  differingLevers,
  leverContributions,
} from './lever-contributions.js';
export type { LeverMix } from './optimise/lever-mix.js';
export type { MixDocument, OptimisationDocument } from './optimise/optimisation-document.js';
export type { HypervolumeTrace } from './optimise/hypervolume-trace.js';
export { type ArchivedMix, type MixStage, mixStages } from './optimise/mix-archive.js';
export { optimiseLevers, type Optimisation, type OptimiseHooks } from './optimise/optimise-levers.js';
export type { OptimiseSpec } from './optimise/optimise-spec.js';
export { checkedRange, parseFactors } from './parse-factors.js';
export { type FactorLevel, pointScenario } from './point-scenario.js';
export { runSweep, type RunSummary, summaryNames, type SweepOptions, type SweepRun } from './run-sweep.js';
export { parseSweepDesign, sweepSchema } from './sweep-design.js';
export { type SweepDesign, type SweepMethod, sweepMethods } from './sweep-document.js';
export type { SweepFactor } from './sweep-factor.js';
export { planSweep, type PointValue, type SweepPlan } from './sweep-plan.js';
export { screenFactors } from './screen-factors.js';
export { sensitivity, type Sensitivity, type SensitivitySpec } from './sensitivity.js';
export { variedFactor } from './sensitivity-document.js';
export type {
  MorrisEffects,
  OutcomeSensitivity,
  SensitivityDocument,
  SensitivityMethod,
  SobolShares,
  VariedFactor,
} from './sensitivity-document.js';

export { adjustByRegression, type AdjustedParticle } from './adjust-by-regression.js';
export { effectiveSampleSize } from './effective-sample-size.js';
export { gelmanRubin } from './gelman-rubin.js';
export { rankAmong, rankHistogram, type RankHistogram } from './rank-histogram.js';
export { normalChance } from './normal-chance.js';
export { resampleParticles } from './resample-particles.js';
export {
  type CalibrationCheck,
  type CalibrationOptions,
  type CalibrationRepeat,
  simulationBasedCalibration,
} from './simulation-based-calibration.js';
export { smc } from './smc.js';
export type { SmcOptions } from './smc-options.js';
export { independentPrior, normalScorePrior, type SmcPrior, unitCubePrior } from './smc-prior.js';
export type { SmcOutcome, SmcProblem, SmcProposal } from './smc-problem.js';
export type { SmcParticle, SmcPopulation, SmcState, SmcStop } from './smc-state.js';

export {
  calibrate,
  type CalibrateOptions,
  type Calibration,
  type CalibrationProgress,
  type CalibrationState,
} from './calibration/calibrate.js';
export { calibrationDataHash } from './calibration/data-hash.js';
export { posteriorFiles } from './calibration/posterior-files.js';
export type { AttitudeSplit } from './reported/attitude-split.js';
export {
  repeatStudy,
  type RepeatedStudy,
  type RepeatedStudyOptions,
  type StudyRow,
} from './reported/repeated-study.js';
export {
  scorecard,
  type Scorecard,
  type ScorecardOptions,
  type ScorecardPart,
  type ScorecardRow,
} from './reported/scorecard.js';
export type { Spread } from './reported/simulated-figures.js';
export { studySize } from './reported/virtual-study.js';
export {
  type SurveyGroup,
  surveyGroups,
  type SurveyQuestion,
  virtualSurvey,
  type VirtualSurvey,
  type VirtualSurveyOptions,
} from './reported/virtual-survey.js';
export { type VarianceComponents, varianceComponents } from './variance-components.js';
export {
  type OutcomeSplit,
  splitVariance,
  type VarianceSplit,
  type VarianceSplitHooks,
  type VarianceSplitSpec,
} from './variance-split.js';
