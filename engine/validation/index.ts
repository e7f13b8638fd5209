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
