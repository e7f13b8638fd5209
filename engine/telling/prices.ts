import type { DifferenceBands } from '../ensemble/index.js';
import { pricedGains } from '../model/outcomes/index.js';
import { dollars } from '../model/unit.js';
import { formatBand, type Range } from './format-value.js';
import { atHorizon, type HorizonBand } from './horizon.js';

/** How prices are to be read, for a note beside them. */
export const priceNote =
  'mean extra cost over mean gain [over the gains that 90 of 100 futures lie between]; a price only where the ' +
  'lower end of these is above zero';

/**
 * Dollars for one more of a gain: the mean extra cost over the mean gain; from the same cost over the gain that 95 of 100
 * futures stay below to the same over what 95 of 100 exceed. Cost over gain future by future would run off to infinity
 * where a gain is near zero; so there is a price only where money is spent and
 * the 5 percent point of the gain is above zero.
 */
export function priceOf(cost: HorizonBand, gain: HorizonBand): Range | undefined {
  if (!(cost.mean > 0 && gain.low > 0)) return undefined;
  return { low: cost.mean / gain.high, middle: cost.mean / gain.mean, high: cost.mean / gain.low };
}

/** The price in words, or why there is none. */
export function priceInWords(cost: HorizonBand, gain: HorizonBand): string {
  if (!(cost.mean > 0)) return 'nothing more is spent';
  const price = priceOf(cost, gain);
  return price === undefined ? 'no price: too few futures gain' : formatBand(price, dollars);
}

/** Each gain that has a price, as the words for one more of it and what it costs. */
export function pricesOf(
  differences: Readonly<Record<string, DifferenceBands>>,
): readonly (readonly [string, string])[] {
  const cost = differences['cost'];
  if (cost === undefined) return [];
  return pricedGains.flatMap(({ id, price }) => {
    const gain = differences[id];
    return gain ? [[price!.more, priceInWords(atHorizon(cost), atHorizon(gain))] as const] : [];
  });
}
