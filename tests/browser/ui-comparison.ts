import { outcomes } from '../../engine/model/outcomes/index.js';
import { loadScenario } from '../../engine/scenario/index.js';
import type { Bands, Comparison } from '../../ui/state/comparison.js';
import { setupOf, type Setup } from '../../ui/state/setup.js';

/** Straight bands around a line from `start` to `end`, of a spread that grows with time. */
function bands(start: number, end: number, months: number): Bands {
  const line = (offset: number): number[] =>
    Array.from({ length: months }, (_, k) => start + ((end - start) * (1 + offset) * k) / (months - 1));
  return { mean: line(0), q05: line(-0.5), q25: line(-0.2), q50: line(0), q75: line(0.2), q95: line(0.5) };
}

const practices: Readonly<Record<string, readonly [number, number, number]>> = {
  adversarial: [170, 160, 90],
  ibbTrained: [80, 82, 97],
  collaborative: [77, 85, 140],
};

/**
 * A comparison with round numbers: every outcome goes from 0 to 10 in the baseline and to 30 in the scenario, and the
 * 200 differences at the horizon are spread evenly from -9.9 to 49.8.
 */
export function roundComparison(years = 10): Comparison {
  const months = 12 * years + 1;
  const ends = (id: string): readonly [number, number, number] => practices[id] ?? [0, 10, 30];
  const world = (which: 1 | 2): Record<string, Bands> =>
    Object.fromEntries(outcomes.map(({ id }) => [id, bands(ends(id)[0], ends(id)[which], months)]));
  return {
    replicates: 1000,
    baseline: { outcomes: world(1), digest: 'b' },
    scenario: { outcomes: world(2), digest: 's' },
    differences: Object.fromEntries(
      outcomes.map(({ id }) => {
        const difference = bands(0, ends(id)[2] - ends(id)[1], months);
        return [id, { ...difference, better: 0.83, tied: 0.02 }];
      }),
    ),
    futures: Object.fromEntries(
      outcomes.map(({ id }) => [id, Array.from({ length: 200 }, (_, future) => 0.3 * future - 9.9)]),
    ),
  };
}

/** The page's opening question. */
export function openingSetup(): Setup {
  return setupOf(loadScenario('mep'), loadScenario('no-partnership'), '2012');
}
