import { meanOf, sortedQuantile, type Executor } from '../../ensemble/index.js';
import { outcomeOf } from '../../model/outcomes/index.js';
import { noneWorld, type Scenario } from '../../scenario/index.js';
import type { Factor } from '../factors/factor.js';
import { respond, type ResponseHooks, type ScenarioResponse } from '../respond/model-response.js';
import { pointScenario } from '../factors/point-scenario.js';
import { quantile } from '../../statistics/index.js';
import type { ResponseSpec } from '../respond/read-horizon.js';
import type { LeverMix } from './lever-mix.js';

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
  /** What the amounts of a mix are of. */
  readonly factors: readonly Pick<Factor, 'address'>[];
  /** Id of the outcome that is to gain. */
  readonly outcome: string;
}

export interface MixHooks extends Pick<ResponseHooks, 'signal' | 'onProgress'> {
  /** What `withoutPolicy` gave, where it is at hand. */
  readonly baseline?: Promise<Float64Array> | undefined;
  /** Called once a mix, in the order in which they end; awaited. */
  readonly onMix?: ((index: number, evaluation: MixEvaluation) => void | Promise<void>) | undefined;
}

/** What gains are measured against: what the world without policy reaches, one value a replicate. */
export async function withoutPolicy(
  { scenario, outcome, ...spec }: MixSpec,
  executor: Executor,
  { signal }: Pick<MixHooks, 'signal'>,
): Promise<Float64Array> {
  // A paired outcome is measured against the world without policy already.
  if (outcomeOf(outcome).paired) return new Float64Array(spec.replicates);
  const asked = { ...spec, outcomes: [outcome] };
  const [response] = await respond(1, () => noneWorld(scenario), asked, executor, { signal });
  return valuesOf(response!, 'the world without policy')[0]!;
}

/**
 * Runs mixes with common random numbers.
 *
 * @returns one evaluation a mix, in their order
 * @throws Error naming the mix when a run fails
 * @throws the signal's reason when cancelled
 */
export async function evaluateMixes(
  mixes: readonly LeverMix[],
  spec: MixSpec,
  executor: Executor,
  { signal, onProgress, onMix, baseline }: MixHooks = {},
): Promise<MixEvaluation[]> {
  const { scenario, factors, outcome } = spec;
  const asked = { ...spec, outcomes: [outcome, 'cost'] };
  const sign = outcomeOf(outcome).better === 'lower' ? -1 : 1;
  const addresses = factors.map(({ address }) => address);
  const none = await (baseline ?? withoutPolicy(spec, executor, { signal }));
  const evaluations = new Array<MixEvaluation>(mixes.length);
  const at = (index: number): Scenario => pointScenario(scenario, addresses, mixes[index]!, `mix ${index}`);
  await respond(mixes.length, at, asked, executor, {
    signal,
    onProgress,
    async onResponse(index, response) {
      const mix = mixes[index]!;
      const [reached, costs] = valuesOf(response, `mix ${mix.join(', ')}`);
      const gains = reached!.map((value, replicate) => sign * (value - none[replicate]!));
      evaluations[index] = {
        mix,
        gains,
        gain: meanOf(gains),
        gain05: sortedQuantile(gains.toSorted(), 'q05'),
        cost: meanOf(costs!),
        cost90: quantile(costs!.toSorted(), 0.9),
      };
      await onMix?.(index, evaluations[index]);
    },
  });
  return evaluations;
}

function valuesOf(response: ScenarioResponse, name: string): readonly Float64Array[] {
  if (response.kind === 'failed') throw new Error(`${name}: ${response.error}`);
  return response.values;
}
