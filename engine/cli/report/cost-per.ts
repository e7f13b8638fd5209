import type { CompareDocument } from '../../ensemble/index.js';
import { formatDollars } from './format-figure.js';
import { atEnd } from './horizon.js';

const units = [
  ['lasting', 'a district more in lasting collaboration'],
  ['collaborative', 'a collaborative district more'],
  ['studentsReached', 'a student more reached'],
  ['apiGain', 'an API-equivalent point more in the whole population'],
] as const;

/** What one more of each gain costs: mean extra cost over mean gain. Nothing where there is no cost or no gain. */
export function costPer({ differences }: CompareDocument, name: string): string[] {
  const spent = differences[name]?.['cost'];
  if (!spent || atEnd(spent, 'mean') <= 0) return [];
  const parts = units.flatMap(([id, unit]) => {
    const gained = differences[name]?.[id];
    if (!gained || atEnd(gained, 'mean') <= 0) return [];
    return [`${formatDollars(atEnd(spent, 'mean') / atEnd(gained, 'mean'))} ${unit}`];
  });
  return parts.length === 0 ? [] : [`Cost on average: ${parts.join('; ')}.`];
}
