import type { LeverField } from '../../engine/model/lever.js';
import { restOfWords, wordsForOne } from '../../engine/model/unit.js';

/** What a user set is written as it was set. Made once: making a format costs more than writing with it. */
const exact = new Intl.NumberFormat('en-US', { maximumFractionDigits: 4 });

/** A lever's value with its unit: "3 conferences a year", "$25,000 a district a year", "need". */
export function formatLeverValue(value: number, { unit, choices }: LeverField): string {
  if (choices !== undefined) return choices[value] ?? `choice ${value}`;
  const number = exact.format(value);
  if (unit.kind === 'money') return `$${number}${restOfWords(unit)}`;
  if (unit.kind === 'share')
    return `${(100 * value).toLocaleString('en-US', { maximumFractionDigits: 1 })}%${restOfWords(unit)}`;
  return `${number} ${value === 1 ? wordsForOne(unit) : unit.words}`;
}

export function formatCount(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;
}
