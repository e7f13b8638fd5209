import type { Lever, LeverField } from '../model/lever.js';
import { levers } from '../model/levers/index.js';
import type { Scenario } from '../scenario/index.js';
import type { Factor } from './factor.js';

/** Amounts of levers that are chosen together, each in its own unit and on its lever's steps. */
export type LeverMix = Float64Array;

/**
 * The mix on the levers' steps that is nearest to a point: nobody plans 2.37 conferences, and mixes that are the same on
 * the steps are run once. What belongs to a lever whose dose is zero is at its least, as it would do nothing.
 */
export function roundMix(point: ArrayLike<number>, factors: readonly Factor[]): LeverMix {
  const rounded = Float64Array.from(factors, (factor, index) => onStep(factor, point[index]!));
  return rounded.map((value, index) => {
    const { lever } = partsOf(factors[index]!);
    const dose = factors.findIndex(
      ({ address }) => address === `levers.${lever?.id}.${lever?.fields[0]?.id}`,
    );
    return dose >= 0 && rounded[dose] === 0 ? factors[index]!.low : value;
  });
}

function onStep(factor: Factor, value: number): number {
  const step = partsOf(factor).field?.step ?? 0;
  if (step <= 0) return value;
  // A multiple of a step must read 0.15 and not 0.15000000000000002.
  const multiple = Number((Math.round(value / step) * step).toPrecision(12));
  return Math.min(Math.max(multiple, factor.low), factor.high);
}

function partsOf({ address }: Factor): {
  readonly lever: Lever | undefined;
  readonly field: LeverField | undefined;
} {
  const [, id, part] = address.split('.');
  const lever = levers.find((candidate) => candidate.id === id);
  return { lever, field: lever?.fields.find((field) => field.id === part) };
}

/** What a scenario itself does of each factor, held inside the factor's range. */
export function ownMix({ levers: settings }: Scenario, factors: readonly Factor[]): LeverMix {
  return Float64Array.from(factors, (factor) => {
    const { lever, field } = partsOf(factor);
    const own = lever && field ? (settings[lever.id].values[field.id] ?? factor.low) : factor.low;
    return Math.min(Math.max(own, factor.low), factor.high);
  });
}

/** Where a search begins: nothing, the scenario's own mix in parts and whole, and each lever alone at its most. */
export function firstMixes(scenario: Scenario, factors: readonly Factor[]): LeverMix[] {
  const own = ownMix(scenario, factors);
  const none = Float64Array.from(factors, ({ low }) => low);
  const parts = [1, 0.5, 0.25].map((share) => none.map((low, index) => low + share * (own[index]! - low)));
  const alone = levers.map(({ id }) =>
    none.map((low, index) => (partsOf(factors[index]!).lever?.id === id ? factors[index]!.high : low)),
  );
  return [none, ...parts, ...alone].map((mix) => roundMix(mix, factors));
}
