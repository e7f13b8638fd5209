import { createVirtualStudy } from '../reported/virtual-study.js';
import type { CalibrationBlock, FitRow } from './calibration-block.js';
import { reportedFigure } from './reported-figure.js';

/** A coefficient that is significant at 5 percent with 26 schools has at most this error: 25 points over t = 2.08. */
const levelError = 12;

/** Standard error of the smallest and the largest of 26 improvements, half of their spread of about 19. */
const extremeError = 9;

/**
 * The partnership study: its level coefficient and the range of its improvements. Its improvement coefficient enters once,
 * as a ratio (`improvementShare`), and its densities directly (`densityLow`, `densityHigh`, `densitySchoolSd`).
 */
export async function studyBlock(): Promise<CalibrationBlock> {
  const study = await createVirtualStudy();
  const level = reportedFigure('quality-on-level');
  const [low, high] = ['low', 'high'].map((part) => reportedFigure('improvement-range', part));
  const row = (figure: string, label: string, observed: number, error: number): FitRow => ({
    figure,
    label,
    observed,
    error,
  });
  return {
    id: 'study',
    title: 'Quality, level and improvements of 26 schools',
    populations: 6,
    parameters: ['qualityEffect', 'studyNoiseSd', 'studyYearEffect'],
    carried: ['apiPersistence', 'mediatedShare', 'qualityReliability', 'qualitySd'],
    rows: [
      row('quality-on-level', level.label, level.value, levelError),
      row('improvement-range', 'Smallest improvement', low!.value, extremeError),
      row('improvement-range', 'Largest improvement', high!.value, extremeError),
    ],
    simulate(parameters, root, replicate) {
      const {
        level: found,
        smallestImprovement,
        largestImprovement,
      } = study.run(parameters, root, replicate);
      return [found, smallestImprovement, largestImprovement];
    },
  };
}
