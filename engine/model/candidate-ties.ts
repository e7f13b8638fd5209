import { draw, drawName, entityKeys, rootKey, threshold, tickKeys } from '../random/index.js';
import { parameterIndex, parameters, quantile } from '../evidence/index.js';
import type { Population } from '../population/population.js';

/**
 * The pairs of districts between which a learning tie can exist: a fixed list, the same in every replicate and
 * scenario, so that more network is a superset of less (model 7.3).
 */
export interface CandidateTies {
  readonly count: number;
  readonly a: Uint32Array;
  readonly b: Uint32Array;
  /** Address of the pair in every draw. */
  readonly key: Uint32Array;
  /** Ties of district d: incident[start[d] .. start[d + 1] - 1]. */
  readonly start: Uint32Array;
  readonly incident: Uint32Array;
}

/** Ties that each district proposes; with those proposed to it a district has twice as many on average. */
export const proposalsPerDistrict = 12;

const scopeName = drawName('network.scope');
const partnerName = drawName('network.partner');

/**
 * Each district proposes a fixed number of partners, each within its region, its state or, rarely, a neighbouring
 * state. A partner is the candidate with the smallest draw, so one more district moves only the proposals it wins.
 */
export function candidateTies(population: Population): CandidateTies {
  const { districts } = population;
  const root = rootKey('learning network');
  const pools = buildPools(population);
  const keys = new Int32Array(2);
  const regional = threshold(constant('sameRegionShare'));
  const abroad = population.states.length > 1 ? threshold(constant('crossStateShare')) : 0;
  const pairs = new Map<string, readonly [number, number]>();
  for (let d = 0; d < districts.count; d++) {
    for (let proposal = 0; proposal < proposalsPerDistrict; proposal++) {
      tickKeys(root, districts.key[d]!, scopeName, proposal, keys);
      const scope = draw(keys[0]!, keys[1]!, 0);
      const sign = draw(keys[0]!, keys[1]!, 1) < 2147483648 ? 1 : population.states.length - 1;
      const pool =
        scope < regional
          ? pools.region[districts.region[d]!]!
          : 4294967295 - scope < abroad
            ? pools.state[(districts.state[d]! + sign) % population.states.length]!
            : pools.state[districts.state[d]!]!;
      tickKeys(root, districts.key[d]!, partnerName, proposal, keys);
      const partner = choose(districts, pool, d, keys[0]!, keys[1]!);
      if (partner < 0) continue;
      const pair = d < partner ? ([d, partner] as const) : ([partner, d] as const);
      pairs.set(`${String(pair[0])} ${String(pair[1])}`, pair);
    }
  }
  return index(districts, [...pairs.values()]);
}

function choose(
  districts: Population['districts'],
  pool: readonly number[],
  self: number,
  k0: number,
  k1: number,
): number {
  if (districts.networked?.[self] === 0) return -1;
  let best = -1;
  let lowest = Infinity;
  for (const other of pool) {
    const priority = draw(k0, k1, districts.key[other]!);
    if (priority >= lowest || other === self || districts.networked?.[other] === 0) continue;
    lowest = priority;
    best = other;
  }
  return best;
}

function buildPools({ districts, states, regions }: Population): {
  state: number[][];
  region: number[][];
} {
  const state = states.map((): number[] => []);
  const region = regions.map((): number[] => []);
  for (let d = 0; d < districts.count; d++) {
    state[districts.state[d]!]!.push(d);
    region[districts.region[d]!]!.push(d);
  }
  return { state, region };
}

function index(districts: Population['districts'], pairs: (readonly [number, number])[]): CandidateTies {
  const start = new Uint32Array(districts.count + 1);
  for (const [a, b] of pairs) {
    start[a + 1]! += 1;
    start[b + 1]! += 1;
  }
  for (let d = 0; d < districts.count; d++) start[d + 1]! += start[d]!;
  const next = start.slice();
  const incident = new Uint32Array(2 * pairs.length);
  pairs.forEach(([a, b], tie) => {
    incident[next[a]!++] = tie;
    incident[next[b]!++] = tie;
  });
  return {
    count: pairs.length,
    a: Uint32Array.from(pairs, ([a]) => a),
    b: Uint32Array.from(pairs, ([, b]) => b),
    key: entityKeys(
      pairs.map(([a, b]) => [districts.key[a]!, districts.key[b]!].sort((x, y) => x - y).join(' ')),
    ),
    start,
    incident,
  };
}

function constant(id: string): number {
  return quantile(parameters[parameterIndex.get(id)!]!.distribution, 0.5);
}
