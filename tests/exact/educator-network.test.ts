import { describe, expect, it } from 'vitest';
import { educatorNetwork } from '../../engine/model/instruments/educator-network.js';
import { binomialSum, draw, drawName, rootKey, tickKeys, uniform } from '../../engine/random/index.js';

const root = rootKey('educators');
const educators = 9;
const possible = 36;
const relaxation = 0.4;
const chance = 0.3;
const replicates = 4000;
const keys = new Int32Array(2);

function u(name: string, replicate: number, id: number): number {
  tickKeys(root, replicate, drawName(name), 0, keys);
  return draw(keys[0]!, keys[1]!, id);
}

/** Counts as the kernel draws them, then the explicit network. */
function fromCounts(replicate: number): Uint8Array[] {
  const p = relaxation * chance;
  const start = binomialSum(possible, 0.15, 0, 0, u('count0', replicate, 0));
  const next = binomialSum(possible - start, p, start, 1 - relaxation + p, u('count1', replicate, 0));
  return educatorNetwork({
    root,
    replicate,
    schoolKey: 77,
    educators,
    ties: [start, next],
    tieChance: [0, chance],
    relaxation,
  });
}

/** Every pair by itself. */
function onePairAtATime(replicate: number): Uint8Array[] {
  const p = relaxation * chance;
  const before = Uint8Array.from({ length: possible }, (_, pair) =>
    uniform(u('pair0', replicate, pair)) < 0.15 ? 1 : 0,
  );
  const after = before.map((tie, pair) =>
    uniform(u('pair1', replicate, pair)) < (tie ? 1 - relaxation + p : p) ? 1 : 0,
  );
  return [before, after];
}

/** Statistics that tell the two processes apart if they differ: counts, persistence, degrees, triangles. */
function statistics([before, after]: Uint8Array[]): number[] {
  const ties = (network: Uint8Array): number => network.reduce((sum, tie) => sum + tie, 0);
  const tie = (a: number, b: number): number =>
    after![b > a ? (b * (b - 1)) / 2 + a : (a * (a - 1)) / 2 + b]!;
  let stayed = 0;
  before!.forEach((was, pair) => (stayed += was & after![pair]!));
  let triangles = 0;
  for (let c = 2; c < educators; c++) {
    for (let b = 1; b < c; b++) for (let a = 0; a < b; a++) triangles += tie(a, b) & tie(b, c) & tie(a, c);
  }
  const degree = Array.from({ length: educators - 1 }, (_, b) => tie(0, b + 1)).reduce((x, y) => x + y, 0);
  return [
    ties(before!),
    ties(after!),
    ties(after!) ** 2,
    stayed,
    stayed ** 2,
    degree,
    degree ** 2,
    triangles,
  ];
}

describe('explicit network of a school', () => {
  it('has exactly the counts of the run', () => {
    const years = educatorNetwork({
      root,
      replicate: 1,
      schoolKey: 5,
      educators: 30,
      ties: [80, 95, 60],
      tieChance: [0, 0.25, 0.1],
      relaxation,
    });
    expect(years.map((year) => year.reduce((sum, tie) => sum + tie, 0))).toEqual([80, 95, 60]);
  });

  it('is distributed as pairs that form and dissolve one by one', () => {
    const sums = [fromCounts, onePairAtATime].map((process) => {
      const all = Array.from({ length: replicates }, (_, replicate) => statistics(process(replicate)));
      return all[0]!.map((_, s) => {
        const values = all.map((row) => row[s]!);
        const mean = values.reduce((x, y) => x + y, 0) / replicates;
        const variance = values.reduce((x, y) => x + (y - mean) ** 2, 0) / (replicates - 1);
        return { mean, error: Math.sqrt(variance / replicates) };
      });
    });
    for (const [s, one] of sums[0]!.entries()) {
      const other = sums[1]![s]!;
      const distance = Math.abs(one.mean - other.mean) / Math.hypot(one.error, other.error);
      expect(distance, `statistic ${s}: ${one.mean} and ${other.mean}`).toBeLessThan(4);
    }
  });
});
