import type { CompareDocument } from '../../ensemble/index.js';
import { pricedGains } from '../../model/outcomes/index.js';
import { formatDollars } from './format-figure.js';
import { atEnd } from './horizon.js';

/** What one more of each gain costs: mean extra cost over mean gain. Nothing where there is no cost or no gain. */
export function costPer({ differences }: CompareDocument, name: string): string[] {
  const spent = differences[name]?.['cost'];
  if (!spent || atEnd(spent, 'mean') <= 0) return [];
  const parts = pricedGains.flatMap(({ id, price }) => {
    const gained = differences[name]?.[id];
    if (!gained || atEnd(gained, 'mean') <= 0) return [];
    return [`${formatDollars(atEnd(spent, 'mean') / atEnd(gained, 'mean'))} ${price!.more}`];
  });
  return parts.length === 0 ? [] : [`Cost on average: ${parts.join('; ')}.`];
}
