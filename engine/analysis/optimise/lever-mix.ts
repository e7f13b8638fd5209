import type { LeverField } from '../../model/lever.js';
import { levers, type Lever } from '../../model/levers/index.js';
import type { Scenario } from '../../scenario/index.js';
import type { Factor } from '../factors/factor.js';

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

/** Each amount alone at its most, with the dose that its lever needs to act at all. */
export function singleMixes(factors: readonly Factor[]): LeverMix[] {
  return factors.map((factor, own) => {
    const { lever } = partsOf(factor);
    const dose = `levers.${lever?.id}.${lever?.fields[0]?.id}`;
    const mix = Float64Array.from(factors, ({ address, low, high }, index) =>
      index === own || address === dose ? high : low,
    );
    return roundMix(mix, factors);
  });
}
