import { hashText, version } from '../../ensemble/index.js';
import {
  type FittedParameter,
  type FiveQuantiles,
  parameterIndex,
  parameters,
  type PosteriorSummary,
  priorQuantile,
} from '../../evidence/index.js';
import { gelmanRubin } from '../../statistics/index.js';
import { quantile } from '../../statistics/index.js';
import { square } from '../../statistics/index.js';
import type { Calibration, FittedBlock } from './calibrate.js';

/** Significant digits of a draw: the rounding is far below what the fit can tell. */
const digits = 6;
const chances = [0.05, 0.25, 0.5, 0.75, 0.95] as const;
/** Pairs of parameters worth telling, and the correlation from which they are. */
const mostPairs = 20;
const leastCorrelation = 0.3;

/**
 * The two committed files of a calibration: joint draws of every parameter that varies, and what is to be said of them.
 */
export function posteriorFiles(calibration: Calibration): {
  readonly draws: string;
  readonly summary: PosteriorSummary;
} {
  const draws = drawsCsv(calibration.draws);
  const { seed, dataHash, blocks } = calibration;
  return {
    draws,
    summary: {
      seed,
      version,
      dataHash,
      drawsHash: hashText(draws),
      draws: calibration.draws.length,
      blocks: blocks.map(describeBlock),
      parameters: Object.fromEntries(blocks.flatMap((block) => describeParameters(block))),
      correlations: strongestCorrelations(calibration),
    },
  };
}

function drawsCsv(draws: readonly Float64Array[]): string {
  const varying = parameters.flatMap(({ distribution }, index) =>
    distribution.kind === 'constant' ? [] : [index],
  );
  const head = varying.map((index) => parameters[index]!.id).join(',');
  const lines = draws.map((draw) => varying.map((index) => String(rounded(draw[index]!, digits))).join(','));
  return `${[head, ...lines].join('\n')}\n`;
}

function describeBlock({ block, states }: FittedBlock): PosteriorSummary['blocks'][number] {
  const { id, title, rows } = block;
  return {
    id,
    title,
    parameters: block.parameters,
    rows: rows.map((row) => ({ ...row, observed: rounded(row.observed), error: rounded(row.error) })),
    runs: states.map(({ seed, stopped, history }) => ({
      seed,
      stopped: stopped ?? '',
      populations: history.map((population) => ({
        tolerance: population.tolerance === null ? null : rounded(population.tolerance),
        simulations: population.simulations,
        acceptance: rounded(population.acceptance),
        effectiveSampleSize: rounded(population.effectiveSampleSize),
      })),
    })),
  };
}

function describeParameters({ block, draws }: FittedBlock): [string, FittedParameter][] {
  return block.parameters.map((id) => {
    const index = parameterIndex.get(id)!;
    const runs = draws.map((run) => Float64Array.from(run, (draw) => draw[index]!));
    const pooled = Float64Array.from(runs.flatMap((run) => [...run])).sort();
    const five = (value: (p: number) => number): FiveQuantiles =>
      chances.map((p) => rounded(value(p))) as unknown as FiveQuantiles;
    return [
      id,
      {
        prior: five((p) => priorQuantile(parameters[index]!, p)),
        posterior: five((p) => quantile(pooled, p)),
        rHat: rounded(gelmanRubin(runs)),
      },
    ];
  });
}

function strongestCorrelations({ blocks, draws }: Calibration): PosteriorSummary['correlations'] {
  const ids = blocks.flatMap(({ block }) => block.parameters);
  const columns = ids.map((id) => standardised(draws.map((draw) => draw[parameterIndex.get(id)!]!)));
  const pairs = ids.flatMap((a, i) =>
    ids.slice(i + 1).map((b, k) => {
      const other = columns[i + 1 + k]!;
      return {
        a,
        b,
        r: rounded(
          columns[i]!.reduce((sum, z, draw) => sum + z * other[draw]!, 0),
          2,
        ),
      };
    }),
  );
  return pairs
    .filter(({ r }) => Math.abs(r) >= leastCorrelation)
    .sort((x, y) => Math.abs(y.r) - Math.abs(x.r))
    .slice(0, mostPairs);
}

/** Minus the mean, over the root of the summed squares: the product of two such columns sums to their correlation. */
function standardised(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const length = Math.sqrt(values.reduce((sum, value) => sum + square(value - mean), 0));
  return values.map((value) => (value - mean) / length);
}

function rounded(value: number, significant = 4): number {
  return Number(value.toPrecision(significant));
}
