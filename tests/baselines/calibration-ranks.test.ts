import { beforeAll, expect, test } from 'vitest';
import { addressedUniform } from '../../engine/statistics/draws/addressed-uniform.js';
import { attitudesBlock } from '../../engine/validation/calibration/attitudes-block.js';
import { type CalibrationBlock, shareError } from '../../engine/validation/calibration/calibration-block.js';
import { drawsOf, fitBlock } from '../../engine/validation/calibration/fit-block.js';
import {
  type CalibrationCheck,
  type CalibrationRepeat,
  simulationBasedCalibration,
} from '../../engine/statistics/calibrate/simulation-based-calibration.js';
import { drawParameters, parameterIndex, parameters, priorQuantile } from '../../engine/evidence/index.js';
import { rootKey } from '../../engine/random/index.js';
import { rankFigure } from './rank-figure.js';

const repeats = 120;
const draws = 19;
const surveyed = [141, 372, 141, 372];
/** Addresses apart from those of the fits, so that no fit meets the luck of its own truth. */
const truthAddress = 4_000_000_000;

let block: CalibrationBlock;
let check: CalibrationCheck;

/** A truth from the prior, the survey that it leads to, and the model's own calibration to that survey. */
async function repeatOnce(repeat: number): Promise<CalibrationRepeat> {
  const uniform = addressedUniform('ranks', 'truth');
  const set = block.others!(repeat).slice();
  const truth = block.parameters.map((id, column) => {
    const index = parameterIndex.get(id)!;
    return (set[index] = priorQuantile(parameters[index]!, uniform(0, repeat, column)));
  });
  const seen = block.simulate(set, rootKey('ranks'), truthAddress + repeat);
  const rows = block.rows.map((row, i) => {
    const observed = seen[i]!;
    // A share of 0 or 1 has no binomial error of its own: that of one respondent stands in.
    const n = surveyed[i]!;
    return { ...row, observed, error: shareError(Math.min(Math.max(observed, 1 / n), 1 - 1 / n), n) };
  });
  const own = { ...block, rows, populations: 4 };
  const state = await fitBlock(own, { seed: `ranks ${repeat}`, particles: 250 });
  const posterior = drawsOf(own, state, draws).map((draw) =>
    own.parameters.map((id) => draw[parameterIndex.get(id)!]!),
  );
  return { truth, draws: posterior };
}

beforeAll(async () => {
  const root = rootKey('ranks');
  block = await attitudesBlock(Array.from({ length: 50 }, (_, replicate) => drawParameters(root, replicate)));
  check = await simulationBasedCalibration(repeatOnce, { repeats, bins: 10 });
});

test('ranks of known parameters in repeated small calibrations look uniform', () => {
  check.histograms.forEach(({ p }, column) => expect(p, block.parameters[column]).toBeGreaterThan(0.01));
});

test('the figure of the ranks is as committed', async () => {
  const histograms = new Map(block.parameters.map((id, column) => [id, check.histograms[column]!]));
  await expect(rankFigure(histograms)).toMatchFileSnapshot('./calibration-ranks.svg');
});
