import { meanOf, version, type Executor } from '../../ensemble/index.js';
import { outcomeOf } from '../../model/outcomes/index.js';
import type { Scenario } from '../../scenario/index.js';
import { type Factor, factorValues } from '../factors/factor.js';
import { respond, type ResponseHooks } from '../respond/model-response.js';
import { pointScenario } from '../factors/point-scenario.js';
import type { ResponseSpec } from '../respond/read-horizon.js';
import { requireInput } from '../../input/index.js';
import { type SensitivityDocument, type SensitivityMethod, variedFactor } from './sensitivity-document.js';
import { sensitivityDesign } from './sensitivity-design.js';

export interface SensitivitySpec extends ResponseSpec {
  readonly scenario: Scenario;
  readonly factors: readonly Factor[];
  readonly method: SensitivityMethod;
  /** Trajectories (Morris) or base points (Sobol, best a power of two). */
  readonly samples: number;
  /** Sobol only: also the interactions of two factors, at nearly twice the runs; default true. */
  readonly secondOrder?: boolean;
  /** For the document: addresses that a screening has left out. */
  readonly screenedOut?: readonly string[];
}

/** A sensitivity analysis with the points that it rests on. */
export interface Sensitivity {
  readonly document: SensitivityDocument;
  /** Factor values of each point, in the factors' order and units. */
  readonly points: readonly Float64Array[];
  /** By outcome id, the mean over the replicates at each point. */
  readonly responses: Readonly<Record<string, Float64Array>>;
}

/** Share of the bootstrap resamples inside an interval. */
const level = 0.9;

/**
 * Which factors move the outcomes of a scenario most, by Morris screening or Sobol indices.
 *
 * Every point is run with the same seed and replicates, and what is not varied keeps its own draw in each replicate: so
 * a few replicates a point are enough, as all points share their luck.
 *
 * @throws InputError when a setting breaks its rule
 * @throws Error naming the point when one fails: indices need them all
 * @throws the signal's reason when cancelled
 */
export async function sensitivity(
  spec: SensitivitySpec,
  executor: Executor,
  hooks: Pick<ResponseHooks, 'signal' | 'onProgress'> = {},
): Promise<Sensitivity> {
  const { scenario, factors, outcomes, method, samples, seed, replicates } = spec;
  requireInput(factors.length > 0, 'factors', 0, 'must be at least 1', 'name one, such as levers');
  const design = sensitivityDesign(method, factors.length, samples, seed, spec.secondOrder ?? true);
  const points = design.points.map((point) => factorValues(factors, point));
  const addresses = factors.map(({ address }) => address);
  const at = (index: number): Scenario =>
    pointScenario(scenario, addresses, points[index]!, `point ${index}`);
  const answers = await respond(points.length, at, spec, executor, hooks);
  const responses = outcomes.map((_, place) =>
    Float64Array.from(answers, (answer, index) => {
      if (answer.kind === 'failed') throw new Error(`point ${index} of the design: ${answer.error}`);
      return meanOf(answer.values[place]!);
    }),
  );
  const document: SensitivityDocument = {
    accord: version,
    method,
    scenario: scenario.name,
    population: spec.population.id,
    seed,
    years: scenario.years,
    replicates,
    samples,
    points: points.length,
    level,
    factors: factors.map(variedFactor),
    screenedOut: spec.screenedOut ?? [],
    outcomes: Object.fromEntries(
      outcomes.map((id, place) => {
        const { label, unit } = outcomeOf(id);
        const mean = meanOf(responses[place]!);
        return [
          id,
          { label, unit: unit.words, mean, result: design.read(responses[place]!, addresses, level) },
        ];
      }),
    ),
  };
  return { document, points, responses: Object.fromEntries(outcomes.map((id, i) => [id, responses[i]!])) };
}
