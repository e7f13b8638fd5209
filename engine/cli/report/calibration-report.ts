import type { PosteriorSummary } from '../../evidence/index.js';
import { alignTable, wrap } from './align-table.js';
import { sampleFigure } from './sample-figure.js';

/** The diagnostics of a calibration as text. */
export function calibrationReport(summary: PosteriorSummary): string {
  const { draws, seed, dataHash, version, blocks, correlations } = summary;
  const simulations = blocks
    .flatMap(({ runs }) => runs.flatMap(({ populations }) => populations))
    .reduce((sum, population) => sum + population.simulations, 0);
  const fits = blocks.flatMap(({ title, runs }) =>
    runs.map(({ populations }, run) => [
      run === 0 ? title : '',
      String(run + 1),
      String(populations.length),
      sampleFigure(populations.at(-1)?.tolerance ?? NaN),
      sampleFigure(populations.at(-1)?.acceptance ?? NaN),
      sampleFigure(populations.at(-1)?.effectiveSampleSize ?? NaN),
    ]),
  );
  const range = ([q05, , q50, , q95]: readonly number[]): string =>
    `${sampleFigure(q50 ?? NaN)} [${sampleFigure(q05 ?? NaN)} to ${sampleFigure(q95 ?? NaN)}]`;
  const parameters = Object.entries(summary.parameters).map(([id, { prior, posterior, rHat }]) => [
    id,
    range(prior),
    range(posterior),
    rHat.toFixed(3),
  ]);
  return [
    `${draws.toLocaleString('en-US')} joint draws from ${simulations.toLocaleString('en-US')} simulations; seed ${seed}, version ${version}`,
    `Figures and priors ${dataHash.slice(0, 12)}, draws ${summary.drawsHash.slice(0, 12)}`,
    '',
    alignTable(
      [['Block', 'Fit', 'Populations', 'Tolerance', 'Accepted', 'Different'], ...fits],
      [1, 2, 3, 4, 5],
    ),
    '',
    alignTable([['Parameter', 'Prior', 'Posterior', 'R-hat'], ...parameters], [1, 2, 3]),
    '',
    alignTable(
      [['Parameters that the data tie', '', 'r'], ...correlations.map(({ a, b, r }) => [a, b, r.toFixed(2)])],
      [2],
    ),
    '',
    wrap(
      'Tolerance: distance to the reported figures, in sampling errors. Different: particles that differ. R-hat: agreement ' +
        'of the fits, 1 when they agree. Ranges: median [90 percent].',
    ),
  ].join('\n');
}
