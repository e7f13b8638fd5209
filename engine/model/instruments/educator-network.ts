import { draw, type DrawName, drawName, tickKeys, uniform } from '../../random/index.js';

/** What the explicit network of one school is drawn from: the counts that the run gave. */
export interface NetworkInputs {
  readonly root: Uint32Array;
  readonly replicate: number;
  /** Address of the school in every draw. */
  readonly schoolKey: number;
  readonly educators: number;
  /** Ties at the end of each year, index 0 = the start. */
  readonly ties: ArrayLike<number>;
  /** Chance that a pair renewed in the year is a tie, by year. */
  readonly tieChance: ArrayLike<number>;
  /** Share of pairs renewed in a year. */
  readonly relaxation: number;
}

/** The agents of a school. The first two have an office. */
export function educatorRole(educator: number): 'principal' | 'union representative' | 'educator' {
  return educator === 0 ? 'principal' : educator === 1 ? 'union representative' : 'educator';
}

const first = drawName('network.school.first');
const split = drawName('network.school.split');
const form = drawName('network.school.form');
const keep = drawName('network.school.keep');

/**
 * The ties between the educators of one school, year by year, as agents would have formed and dissolved them.
 *
 * Pairs act independently and alike, so given how many formed and how many stayed every choice of pairs is equally
 * likely: the pairs with the smallest draws. How many of a year's new count are newly formed follows from
 * Binomial(T - K, f) and Binomial(K, 1 - g) given their sum. The result has the distribution of T pairs simulated one by
 * one, and exactly the counts of the run.
 *
 * @returns for each year a byte a pair: pair (a, b) with a < b at b (b - 1) / 2 + a, 1 = a tie
 */
export function educatorNetwork(inputs: NetworkInputs): Uint8Array[] {
  const { educators, ties, tieChance, relaxation } = inputs;
  const possible = (educators * (educators - 1)) / 2;
  const none = new Uint8Array(possible);
  const years = [choose(inputs, first, 0, none, 0, ties[0] ?? 0, none)];
  for (let year = 1; year < ties.length; year++) {
    const before = years[year - 1]!;
    const count = ties[year - 1]!;
    const chance = relaxation * tieChance[year]!;
    const formed = drawFormed(
      inputs,
      year,
      possible - count,
      count,
      ties[year]!,
      chance,
      1 - relaxation + chance,
    );
    const now = choose(inputs, form, year, before, 0, formed, none);
    years.push(choose(inputs, keep, year, before, 1, ties[year]! - formed, now));
  }
  return years;
}

/** Adds to `base` the `count` pairs of smallest draw among those that are `was` in `before`. */
function choose(
  { root, replicate, schoolKey }: NetworkInputs,
  name: DrawName,
  year: number,
  before: Uint8Array,
  was: 0 | 1,
  count: number,
  base: Uint8Array,
): Uint8Array {
  const keys = new Int32Array(2);
  tickKeys(root, replicate, name, year, keys);
  const candidates = Array.from(before.keys()).filter((pair) => before[pair] === was);
  // Pairs of different schools must not share luck: the school's key is part of the pair's address.
  const priority = (pair: number): number => draw(keys[0]!, keys[1]! ^ schoolKey, pair);
  candidates.sort((a, b) => priority(a) - priority(b) || a - b);
  const next = base.slice();
  for (const pair of candidates.slice(0, count)) next[pair] = 1;
  return next;
}

/** Newly formed ties among `total`, of `absent` pairs that form with `f` and `present` ones that stay with `stay`. */
function drawFormed(
  { root, replicate, schoolKey }: NetworkInputs,
  year: number,
  absent: number,
  present: number,
  total: number,
  f: number,
  stay: number,
): number {
  const least = Math.max(0, total - present);
  const most = Math.min(absent, total);
  const odds = (f / (1 - f)) * ((1 - stay) / stay);
  // Weights relative to the first, by their ratio from one count to the next; rescaled so that none overflows.
  const weights = [1];
  for (let formed = least; formed < most; formed++) {
    const ratio =
      (((absent - formed) / (formed + 1)) * (total - formed) * odds) / (present - total + formed + 1);
    const next = weights.at(-1)! * ratio;
    weights.push(next);
    if (next > 1e200) for (let i = 0; i < weights.length; i++) weights[i]! *= 1e-200;
  }
  const keys = new Int32Array(2);
  tickKeys(root, replicate, split, year, keys);
  let rest = uniform(draw(keys[0]!, keys[1]!, schoolKey)) * weights.reduce((sum, weight) => sum + weight, 0);
  for (let at = 0; at < weights.length; at++) {
    rest -= weights[at]!;
    if (rest < 0) return least + at;
  }
  return most;
}
