import { factorValue, type Factor } from '../factors/factor.js';
import { respond, type ResponseHooks } from '../respond/model-response.js';
import { oneAtATime } from '../../statistics/draws/one-at-a-time.js';
import { pointScenario } from '../factors/point-scenario.js';
import type { ResponseSpec } from '../respond/read-horizon.js';
import { variedFactor, type VariedFactor } from './sensitivity-document.js';
import type { Executor } from '../../ensemble/executor.js';
import { meanOf } from '../../ensemble/quantile.js';
import type { Scenario } from '../../scenario/scenario.js';

/** How far the mean of an outcome moves, in the outcome's unit, and between what the move lies with 90 percent confidence. */
export interface Swing {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** What happens when one factor alone stands at an end of its range. */
export interface TornadoBar {
  readonly factor: VariedFactor;
  readonly atLow: Swing;
  readonly atHigh: Swing;
}

export interface Tornado {
  /** Mean of the outcome where nothing is changed. */
  readonly mean: number;
  readonly replicates: number;
  readonly bars: readonly TornadoBar[];
}

/** Standard errors to each side that hold 90 percent of a normal distribution. */
const REACH = 1.645;

/**
 * Moves one factor at a time to both ends of its range, future by future under the same luck; all others stay as each
 * future draws them, or as the scenario sets them.
 *
 * @param spec its first outcome is the one that is read
 * @throws Error naming the factor whose end no scenario may have
 */
export async function tornado(
  scenario: Scenario,
  factors: readonly Factor[],
  spec: ResponseSpec,
  pool: Executor,
  hooks: Pick<ResponseHooks, 'signal' | 'onProgress'>,
): Promise<Tornado> {
  const ends = factors.map((factor) => [factorValue(factor, 0), factorValue(factor, 1)]);
  const runs = oneAtATime<number | undefined>(
    factors.map(() => undefined),
    ends,
  );
  const at = (index: number): Scenario => {
    const { factor, point } = runs[index]!;
    if (factor === undefined) return scenario;
    return pointScenario(scenario, [factors[factor]!.address], [point[factor]!], `run ${index}`);
  };
  const answers = await respond(runs.length, at, spec, pool, hooks);
  const valuesOf = (index: number): Float64Array => {
    const answer = answers[index]!;
    if (answer.kind === 'done') return answer.values[0]!;
    const { factor } = runs[index]!;
    throw new Error(`${factor === undefined ? 'the scenario' : factors[factor]!.label}: ${answer.error}`);
  };
  const base = valuesOf(0);
  const swing = (index: number): Swing =>
    swingOf(valuesOf(index).map((value, future) => value - base[future]!));
  const bars = factors.map((factor, place) => ({
    factor: variedFactor(factor),
    atLow: swing(1 + 2 * place),
    atHigh: swing(2 + 2 * place),
  }));
  return { mean: meanOf(base), replicates: base.length, bars };
}

function swingOf(moves: Float64Array): Swing {
  const mean = meanOf(moves);
  const squares = moves.reduce((sum, move) => sum + (move - mean) * (move - mean), 0);
  const reach = REACH * Math.sqrt(squares / Math.max(1, moves.length - 1) / moves.length);
  return { mean, low: mean - reach, high: mean + reach };
}
