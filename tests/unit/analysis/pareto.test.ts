import { describe, expect, it } from 'vitest';
import { addressedUniform } from '../../../engine/statistics/draws/addressed-uniform.js';
import { hypervolume } from '../../../engine/statistics/optimise/hypervolume.js';
import {
  crowdingDistances,
  dominates,
  nondominatedSort,
  paretoFront,
} from '../../../engine/statistics/optimise/pareto.js';
import { rankByHypervolume } from '../../../engine/statistics/optimise/rank-by-hypervolume.js';
import { regret } from '../../../engine/statistics/optimise/regret.js';

const at = (...objectives: number[]) => ({ objectives, violation: 0 });

describe('domination', () => {
  it('needs one better objective and no worse one', () => {
    expect(dominates(at(1, 2), at(1, 3))).toBe(true);
    expect(dominates(at(1, 2), at(1, 2))).toBe(false);
    expect(dominates(at(1, 4), at(2, 3))).toBe(false);
  });

  it('puts constraints before objectives', () => {
    const broken = { objectives: [0, 0], violation: 0.1 };
    expect(dominates(at(9, 9), broken)).toBe(true);
    expect(dominates(broken, { objectives: [0, 0], violation: 0.2 })).toBe(true);
  });

  it('sorts a population into fronts', () => {
    const members = [at(2, 2), at(1, 3), at(3, 3), at(3, 1), at(4, 4)];
    expect(nondominatedSort(members)).toEqual([[0, 1, 3], [2], [4]]);
    expect(paretoFront(members)).toEqual([0, 1, 3]);
  });

  it('measures the gap around each member of a front', () => {
    expect([...crowdingDistances([at(0, 4), at(1, 2), at(4, 0)])]).toEqual([Infinity, 2, Infinity]);
  });
});

describe('a rank by hypervolume', () => {
  it('takes next what adds most to the volume, then what adds nothing, then what breaks the constraints', () => {
    const members = [at(3, 3), at(1, 3), at(2, 2), at(3, 1), { objectives: [0, 0], violation: 1 }, at(9, 0)];
    expect([...rankByHypervolume(members, [4, 4])]).toEqual([4, 1, 0, 2, 5, 3]);
  });

  it('chooses as a search of all members at each step does', () => {
    const draw = addressedUniform('rank', 'test');
    const members = Array.from({ length: 20 }, (_, m) => at(...[0, 1, 2].map((v) => draw(0, m, v))));
    const ranks = rankByHypervolume(members, [1, 1, 1]);
    const order = [...ranks.keys()].sort((a, b) => ranks[a]! - ranks[b]!);
    const volume = (chosen: readonly number[]): number =>
      hypervolume(
        chosen.map((index) => members[index]!.objectives),
        [1, 1, 1],
      );
    for (let place = 0; place < 8; place++) {
      const before = order.slice(0, place);
      const best = Math.max(...order.slice(place).map((index) => volume([...before, index])));
      expect(volume(order.slice(0, place + 1))).toBeCloseTo(best, 12);
    }
  });
});

describe('minimax regret', () => {
  const outcomes = [
    [10, 0, 5],
    [6, 5, 6],
    [0, 8, 7],
  ];

  it('chooses the option that is never far from the best', () => {
    const { regrets, worst, mean, choice } = regret(outcomes, 'higher');
    expect(regrets.map((row) => [...row])).toEqual([
      [0, 8, 2],
      [4, 3, 1],
      [10, 0, 0],
    ]);
    expect([...worst]).toEqual([8, 4, 10]);
    expect(mean[1]).toBeCloseTo(8 / 3, 12);
    expect(choice).toBe(1);
  });

  it('turns round when less is better', () => {
    const { regrets } = regret(outcomes, 'lower');
    expect(regrets.map((row) => [...row])).toEqual([
      [10, 0, 0],
      [6, 5, 1],
      [0, 8, 2],
    ]);
  });

  it('refuses options that were not run in every future', () => {
    expect(() => regret([[1, 2], [1]], 'higher')).toThrow(/outcomes\[1\].*must be 2 finite numbers/);
    expect(() => regret([], 'higher')).toThrow(/at least 1 option/);
  });
});
