import { meanOf, sortedQuantile, type Executor } from '../ensemble/index.js';
import { outcomeIndex, outcomes } from '../model/outcomes/index.js';
import { noneWorld, type Scenario } from '../scenario/index.js';
import type { Factor } from './factor.js';
import type { LeverMix } from './lever-mix.js';
import { respond, type ResponseHooks } from './model-response.js';
import { pointScenario } from './point-scenario.js';
import { quantile } from './quantile.js';
import type { ResponseSpec } from './read-horizon.js';

/** What a mix brings and costs, over replicates that all mixes share. */
export interface MixEvaluation {
  readonly mix: LeverMix;
  /** One a replicate: how much better than the world without policy, in the outcome's unit, more being better. */
  readonly gains: Float64Array;
  readonly gain: number;
  /** 5 percent quantile of the gains. */
  readonly gain05: number;
  /** Dollars over the whole horizon. */
  readonly cost: number;
  /** 90 percent quantile of the cost. */
  readonly cost90: number;
}

export interface MixSpec extends Omit<ResponseSpec, 'outcomes'> {
  readonly scenario: Scenario;
  readonly factors: readonly Factor[];
  /** Id of the outcome that is to gain. */
  readonly outcome: string;
}

/** Outcomes that are measured against the world without policy already. */
const pairedOutcomes: readonly string[] = ['apiGain', 'apiGainSd'];

/**
 * Runs mixes with common random numbers, together with the world without policy.
 *
 * @returns one evaluation a mix, in their order
 * @throws Error naming the mix when a run fails
 * @throws the signal's reason when cancelled
 */
export async function evaluateMixes(
  mixes: readonly LeverMix[],
  { scenario, factors, outcome, ...spec }: MixSpec,
  executor: Executor,
  hooks: Pick<ResponseHooks, 'signal' | 'onProgress'> = {},
): Promise<MixEvaluation[]> {
  const sign = outcomes[outcomeIndex.get(outcome)!]!.better === 'lower' ? -1 : 1;
  const addresses = factors.map(({ address }) => address);
  const none = pairedOutcomes.includes(outcome) ? [] : [noneWorld(scenario)];
  const at = (index: number): Scenario =>
    none[index - mixes.length] ?? pointScenario(scenario, addresses, mixes[index]!, `mix ${index}`);
  const asked = { ...spec, outcomes: [outcome, 'cost'] };
  const answers = await respond(mixes.length + none.length, at, asked, executor, hooks);
  const values = answers.map((answer, index) => {
    if (answer.kind === 'failed')
      throw new Error(`mix ${Array.from(mixes[index] ?? []).join(', ')}: ${answer.error}`);
    return answer.values;
  });
  const baseline = values[mixes.length]?.[0];
  return mixes.map((mix, index) => {
    const [reached, costs] = values[index]! as [Float64Array, Float64Array];
    const gains = reached.map((value, replicate) => sign * (value - (baseline?.[replicate] ?? 0)));
    return {
      mix,
      gains,
      gain: meanOf(gains),
      gain05: sortedQuantile(gains.toSorted(), 'q05'),
      cost: meanOf(costs),
      cost90: quantile(costs.toSorted(), 0.9),
    };
  });
}
