/**
 * Statistical methods for any function or response vector, and studies of the model that are built on them: sweeps,
 * sensitivity, discovery, optimisation and contributions. The package exports them as `accord-sim/analysis`. All
 * randomness comes from explicit seed texts: the same seed gives the same result, in any order of evaluation.
 *
 * @module
 */
export {
  addressedUniform,
  type AddressedUniform,
  adjustByRegression,
  type AdjustedParticle,
  bootstrapInterval,
  bootstrapIntervals,
  type BootstrapOptions,
  type BoxLimit,
  type CalibrationCheck,
  type CalibrationOptions,
  type CalibrationRepeat,
  chooseBox,
  type Coefficient,
  type Contribution,
  crowdingDistances,
  dominates,
  effectiveSampleSize,
  type Estimate,
  type Evaluation,
  type Evolution,
  evolve,
  type EvolveOptions,
  type EvolveProblem,
  factorial,
  gelmanRubin,
  hypervolume,
  inBox,
  independentPrior,
  type Interval,
  latinHypercube,
  leastSquares,
  type LeastSquaresOptions,
  maximumSobolDimensions,
  type Member,
  type MorrisIndex,
  morrisIndices,
  type MorrisOptions,
  type MorrisSample,
  morrisSample,
  nondominatedSort,
  normalScorePrior,
  oneAtATime,
  type OneAtATimeRun,
  paretoFront,
  prim,
  type PrimBox,
  type PrimOptions,
  type PrimResult,
  quantile,
  type Range,
  rankAmong,
  rankByHypervolume,
  rankHistogram,
  type RankHistogram,
  type Regression,
  regret,
  type Regret,
  resampleParticles,
  type SaltelliOptions,
  type SaltelliSample,
  saltelliSample,
  scaleToRanges,
  shapley,
  shuffledIndices,
  simulationBasedCalibration,
  smc,
  type SmcOptions,
  type SmcOutcome,
  type SmcParticle,
  type SmcPopulation,
  type SmcPrior,
  type SmcProblem,
  type SmcProposal,
  type SmcState,
  type SmcStop,
  type SobolIndices,
  sobolIndices,
  sobolSequence,
  type SobolSequenceOptions,
  unitCubePrior,
  type VarianceComponents,
  varianceComponents,
} from '../statistics/index.js';
export {
  type AttitudeSplit,
  calibrate,
  type CalibrateOptions,
  type Calibration,
  calibrationDataHash,
  type CalibrationProgress,
  type CalibrationState,
  type RepeatedStudy,
  type RepeatedStudyOptions,
  repeatStudy,
  scorecard,
  type Scorecard,
  type ScorecardOptions,
  type ScorecardPart,
  type ScorecardRow,
  type Spread,
  type StudyRow,
  studySize,
  type SurveyGroup,
  surveyGroups,
  type SurveyQuestion,
  virtualSurvey,
  type VirtualSurvey,
  type VirtualSurveyOptions,
} from '../validation/index.js';
export {
  defaultFactors,
  leverAmounts,
  uncertainAssumptions,
  unidentified,
} from './factors/default-factors.js';
export { assumptionFactor, type Factor, factorValue, factorValues, withRange } from './factors/factor.js';
export { factorCatalogue, findFactor } from './factors/factor-catalogue.js';
export { respond, type ResponseHooks, type ScenarioResponse } from './respond/model-response.js';
export type { ResponseSpec } from './respond/read-horizon.js';
export { boxInWords, type FactorLimits, limitInWords } from './sweep/box-in-words.js';
export {
  type DiscoveredBox,
  type DiscoverOptions,
  discoverSweep,
  type DiscoveryDocument,
  type FinishedSweep,
} from './sweep/discover-sweep.js';
export type { Criterion } from './sweep/discovery-criterion.js';
export { evaluateMixes, type MixEvaluation, type MixSpec } from './optimise/evaluate-mixes.js';
export {
  type ContributionsDocument,
  type ContributionSpec,
  type LeverContribution,
  type OutcomeContributions,
  differingLevers,
  leverContributions,
} from './sensitivity/lever-contributions.js';
export type { LeverMix } from './optimise/lever-mix.js';
export type { MixDocument, OptimisationDocument } from './optimise/optimisation-document.js';
export type { HypervolumeTrace } from './optimise/hypervolume-trace.js';
export { type ArchivedMix, type MixStage, mixStages } from './optimise/mix-archive.js';
export { optimiseLevers, type Optimisation, type OptimiseHooks } from './optimise/optimise-levers.js';
export type { OptimiseSpec } from './optimise/optimise-spec.js';
export { checkedRange, parseFactors } from './factors/parse-factors.js';
export { type FactorLevel, pointScenario } from './factors/point-scenario.js';
export {
  runSweep,
  type RunSummary,
  summaryNames,
  type SweepOptions,
  type SweepRun,
} from './sweep/run-sweep.js';
export { parseSweepDesign, sweepSchema } from './sweep/sweep-design.js';
export { type SweepDesign, type SweepMethod, sweepMethods } from './sweep/sweep-document.js';
export type { SweepFactor } from './sweep/sweep-factor.js';
export { planSweep, type PointValue, type SweepPlan } from './sweep/sweep-plan.js';
export { screenFactors } from './sensitivity/screen-factors.js';
export { sensitivity, type Sensitivity, type SensitivitySpec } from './sensitivity/sensitivity.js';
export { variedFactor } from './sensitivity/sensitivity-document.js';
export type {
  MorrisEffects,
  OutcomeSensitivity,
  SensitivityDocument,
  SensitivityMethod,
  SobolShares,
  VariedFactor,
} from './sensitivity/sensitivity-document.js';
export {
  type OutcomeSplit,
  splitVariance,
  type VarianceSplit,
  type VarianceSplitHooks,
  type VarianceSplitSpec,
} from './sensitivity/variance-split.js';
