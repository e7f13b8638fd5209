import type { Comparison } from './comparison.js';
import { districts, points } from '../../engine/model/unit.js';
import { formatDollars, formatSigned, formatValue, yearOf } from '../words/format.js';

/** The page's answer in words; the first part is the finding, the second what it may mean for scores. */
export interface Headline {
  readonly finding: string;
  readonly detail: string;
  readonly scores: string;
}

/** Below this share of futures on one side, a sentence calls the two worlds no different. */
const TIED = 0.5;

/**
 * States the comparison at the horizon for a reader without statistics.
 *
 * @param firstMonth first month of the run, "YYYY-MM"
 * @param against how the sentence calls the baseline, such as "without a partnership"
 */
export function headlineOf(comparison: Comparison, firstMonth: string, against: string): Headline {
  const lasting = comparison.differences['lasting']!;
  const end = lasting.q50.length - 1;
  const year = yearOf(firstMonth, end);
  const total = districtsOf(comparison);
  const middle = Math.round(lasting.q50[end]!);
  const [low, high] = [lasting.q05[end]!, lasting.q95[end]!].map((value) => formatSigned(value, districts));
  if (lasting.tied > TIED) {
    return {
      finding: `In the model, the scenario and the world ${against} have the same number of districts in lasting collaboration by ${year}.`,
      detail: 'Move a lever to see a difference.',
      scores: '',
    };
  }
  const more = middle >= 0 ? 'more' : 'fewer';
  const range = `between ${low} and ${high} in 90 of 100 futures`;
  return {
    finding:
      `In ${timesIn100(lasting.better ?? 0)} simulated futures more districts reach lasting collaboration by ${year} than ${against}: ` +
      `${Math.abs(middle)} ${more} of ${total.toLocaleString('en-US')}${costEach(comparison)}.`,
    detail: `The middle of all futures; ${range}. Lasting means collaborative for three years or more.`,
    scores: scoresOf(comparison, end),
  };
}

/** Only what holds in every future is "100 of 100". */
export function timesIn100(share: number): string {
  const times = Math.round(100 * share);
  if (times === 100 && share < 1) return 'more than 99 of 100';
  if (times === 0 && share > 0) return 'less than 1 of 100';
  return `${times} of 100`;
}

/** All districts: every one is in exactly one relationship state. */
export function districtsOf({ scenario }: Comparison): number {
  const parts = ['adversarial', 'ibbTrained', 'collaborative'].map(
    (id) => scenario.outcomes[id]?.mean[0] ?? 0,
  );
  return Math.round(parts.reduce((sum, value) => sum + value, 0));
}

/** Cost a district of the average difference; only where nearly all futures agree that there is a gain to divide by. */
function costEach({ differences }: Comparison): string {
  const [lasting, cost] = [differences['lasting'], differences['cost']];
  const [gain, spent] = [lasting?.mean.at(-1) ?? 0, cost?.mean.at(-1) ?? 0];
  if (spent <= 0) return '';
  if (gain <= 0 || (lasting?.q05.at(-1) ?? 0) <= 0) return `, at ${formatDollars(spent)} in all`;
  return `, at ${formatDollars(spent / gain)} each`;
}

function scoresOf({ differences }: Comparison, end: number): string {
  const gain = differences['apiGain'];
  if (gain === undefined) return '';
  const [low, middle, high] = [gain.q05[end]!, gain.q50[end]!, gain.q95[end]!];
  const direction = middle >= 0 ? 'higher' : 'lower';
  return (
    `If the study’s association is causal (26 schools, one district), scores equivalent to California’s Academic ` +
    `Performance Index (API, 200 to 1,000 points) are ${formatValue(Math.abs(middle), points)} points ${direction} on ` +
    `average, between ${formatSigned(low, points)} and ${formatSigned(high, points)} in 90 of 100 futures.`
  );
}
