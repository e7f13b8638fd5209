import { type CancelSignal, nextTask, throwIfCancelled } from '../../ensemble/index.js';
import { drawParameters, figures, parameterValue } from '../../evidence/index.js';
import { rootKey } from '../../random/index.js';
import { shareOf, type Spread, spreadOf } from './simulated-figures.js';
import type { StudyResult } from './study-figures.js';
import { createVirtualStudy, studySize } from './virtual-study.js';

/** One result of the study over its repetitions. */
export interface StudyRow {
  readonly id: keyof StudyResult;
  readonly label: string;
  readonly unit: string;
  /** Null where the paper gives no number. */
  readonly reported: number | null;
  /** As the study measures: quality and ties by surveys with error, scores within their scale. */
  readonly measured: Spread;
  /** Without error of measurement. */
  readonly exact: Spread;
}

export interface RepeatedStudy {
  readonly seed: string;
  readonly replicates: number;
  readonly schools: number;
  /** Parameters held at a value: in a large study the reported effect, so that the rows show what it recovers. */
  readonly held: Readonly<Record<string, number>>;
  readonly rows: readonly StudyRow[];
  /** Share of studies, as measured, that find the coefficient significant at 5 percent; the paper's did. */
  readonly significant: { readonly level: number; readonly improvement: number };
}

export interface RepeatedStudyOptions {
  readonly seed: string;
  readonly replicates: number;
  /** Default 26, as in the paper. More than the district has are made by copying its schools. */
  readonly schools?: number;
  readonly onProgress?: (done: number) => void;
  readonly signal?: CancelSignal;
}

/**
 * The virtual partnership study, repeated: every result of the paper with its interval over replicates.
 *
 * With the paper's number of schools each replicate takes one joint posterior draw. A larger study is the check of the
 * identification: the effect is held at the 25 points that were reported, everything else varies, and the rows without
 * error of measurement must give the reported coefficients back.
 */
export async function repeatStudy(options: RepeatedStudyOptions): Promise<RepeatedStudy> {
  const { seed, replicates, schools = studySize, onProgress, signal } = options;
  const root = rootKey(seed);
  const study = await createVirtualStudy(schools);
  const held: Readonly<Record<string, number>> =
    schools > studySize ? { qualityEffect: reportedNumber('quality-on-level') } : {};
  const measured: StudyResult[] = [];
  const exact: StudyResult[] = [];
  let persistence = NaN;
  for (let replicate = 0; replicate < replicates; replicate++) {
    const parameters = drawParameters(root, replicate, held);
    measured.push(study.run(parameters, root, replicate));
    exact.push(study.run(parameters, root, replicate, true));
    persistence =
      (1 - parameterValue(parameters, 'improvementShare')) / parameterValue(parameters, 'lagSlope');
    onProgress?.(replicate + 1);
    await nextTask();
    throwIfCancelled(signal);
  }
  const row = (id: StudyRow['id'], label: string, unit: string, reported: number | null): StudyRow => {
    const spread = (results: readonly StudyResult[]): Spread => spreadOf(results.map((result) => result[id]));
    return { id, label, unit, reported, measured: spread(measured), exact: spread(exact) };
  };
  const points = 'API points a quality point';
  const densities = 'share of possible ties';
  return {
    seed,
    replicates,
    schools,
    held,
    rows: [
      row('level', 'Quality on level', points, reportedNumber('quality-on-level')),
      row('levelError', 'Its standard error', points, null),
      row('improvement', 'Quality on improvement', points, reportedNumber('quality-on-improvement')),
      row('improvementError', 'Its standard error', points, null),
      row('lag', "Score on last year's, given quality", 'slope', reportedNumber('lag-slope')),
      row('persistence', 'Persistence of quality', 'share a year', persistence),
      row('densityLow', 'Density, lowest third', densities, reportedNumber('density-low')),
      row('densityHigh', 'Density, highest third', densities, reportedNumber('density-high')),
      row('densityOnLevel', 'From density 0.17 to 0.30', 'API points', reportedNumber('density-on-level')),
      row(
        'smallestImprovement',
        'Smallest improvement',
        'API points',
        reportedNumber('improvement-range', 'low'),
      ),
      row(
        'largestImprovement',
        'Largest improvement',
        'API points',
        reportedNumber('improvement-range', 'high'),
      ),
      row('frequency', 'Daily or weekly talk, highest less lowest third', 'share of schools', null),
      row('formality', 'Formal and informal talk, highest less lowest third', 'share of schools', null),
    ],
    significant: {
      level: shareOf(measured, ({ levelP }) => levelP < 0.05),
      improvement: shareOf(measured, ({ improvementP }) => improvementP < 0.05),
    },
  };
}

function reportedNumber(id: string, part = 'value'): number {
  return figures.find((figure) => figure.id === id)?.reported[part] ?? NaN;
}
