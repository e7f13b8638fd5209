import { drawPrior, parameterIndex, parameters, priorQuantile } from '../../evidence/index.js';
import { nextTask } from '../../ensemble/index.js';
import { rootKey } from '../../random/index.js';
import { addressedUniform, shuffledIndices } from '../../statistics/index.js';
import { adjustByRegression } from '../../statistics/index.js';
import { normalChance } from '../../statistics/index.js';
import { resampleParticles } from '../../statistics/index.js';
import { smc } from '../../statistics/index.js';
import type { SmcOptions } from '../../statistics/index.js';
import { normalScorePrior } from '../../statistics/index.js';
import type { SmcOutcome, SmcProblem, SmcProposal } from '../../statistics/index.js';
import type { SmcState } from '../../statistics/index.js';
import { square } from '../../statistics/index.js';
import type { CalibrationBlock } from './calibration-block.js';

/** Attempts of a population, at most: its number and the attempt together are the address of a simulation. */
const attemptsAPopulation = 2 ** 22;

/** Simulations between two turns of whatever else waits: a signal, the progress bar. */
const batch = 64;

/**
 * The problem of one block. Coordinates are the normal scores of the moved parameters under their priors. The others are
 * drawn anew in each simulation, from their priors or an earlier block's posterior, so that the fit averages over them.
 */
export function blockProblem(block: CalibrationBlock, seed: string): SmcProblem {
  const root = rootKey(`${seed} ${block.id}`);
  return {
    prior: normalScorePrior(block.parameters.length),
    async simulate(proposals) {
      await nextTask();
      return proposals.map((proposal): SmcOutcome => {
        const replicate = addressOf(proposal);
        const set = parametersAt(block, root, proposal, proposal.point);
        const statistics = block.simulate(set, root, replicate);
        return { distance: distanceTo(block, statistics), statistics };
      });
    },
  };
}

/** Root of the summed squares of the gaps, each in sampling errors of its row; Infinity where a row has no number. */
export function distanceTo({ rows }: CalibrationBlock, statistics: readonly number[]): number {
  const sum = rows.reduce(
    (total, { observed, error }, row) => total + square((statistics[row]! - observed) / error),
    0,
  );
  return Number.isNaN(sum) ? Infinity : Math.sqrt(sum);
}

function addressOf({ population, attempt }: Pick<SmcProposal, 'population' | 'attempt'>): number {
  return population * attemptsAPopulation + attempt;
}

/** The parameter set of a simulation: prior draws at its address, the moved parameters at the point. */
function parametersAt(
  block: CalibrationBlock,
  root: Uint32Array,
  address: Pick<SmcProposal, 'population' | 'attempt'>,
  point: ArrayLike<number>,
): Float64Array {
  const moved = block.parameters.map((id, dimension): [number, number] => {
    const index = parameterIndex.get(id)!;
    return [index, priorQuantile(parameters[index]!, normalChance(point[dimension]!))];
  });
  if (!block.others) return drawPrior(root, addressOf(address), new Map(moved));
  const set = block.others(addressOf(address)).slice();
  for (const [index, value] of moved) set[index] = value;
  return set;
}

/** Fits one block. @returns the final state, or the unfinished one when the signal aborts */
export function fitBlock(
  block: CalibrationBlock,
  options: Pick<SmcOptions, 'seed' | 'particles' | 'resume' | 'onProgress' | 'signal'>,
): Promise<SmcState> {
  const { populations } = block;
  return smc(blockProblem(block, options.seed), { ...options, populations, moves: 'metropolis', batch });
}

/**
 * Equally weighted joint draws from a fitted block, in random order: moved parameters after regression adjustment, every
 * other parameter as it was in the simulation that was accepted, so that what the data say about it is kept too.
 */
export function drawsOf(block: CalibrationBlock, state: SmcState, count: number): Float64Array[] {
  const { particles, seed } = state;
  const adjusted = adjustByRegression(
    particles,
    block.rows.map(({ observed }) => observed),
  );
  const weights = adjusted.map(({ weight }) => weight);
  const chosen = resampleParticles(weights, count, `${seed} ${block.id}`);
  const uniform = addressedUniform(`${seed} ${block.id}`, 'order of the draws');
  const order = shuffledIndices(count, (index) => uniform(0, 0, index));
  const root = rootKey(`${seed} ${block.id}`);
  return Array.from(order, (place) => {
    const index = chosen[place]!;
    return parametersAt(block, root, particles[index]!, adjusted[index]!.point);
  });
}
