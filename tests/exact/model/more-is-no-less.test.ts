import { describe, expect, test } from 'vitest';
import { levers, type LeverId } from '../../../engine/model/levers/index.js';
import { createKernel } from '../../../engine/run.js';
import type { Scenario } from '../../../engine/scenario/index.js';
import { at, mean, runReplicate, scenarioWith, smallPopulation, standardError } from './small-world.js';

const replicates = 40;
const kernel = createKernel(smallPopulation(100, { schools: 1 }));

/** Multipliers above 1; everything else drawn from its prior. */
const base = scenarioWith('mep', ['years=6'], { incentiveMultiplier: 1.3, researchMultiplier: 1.3 });

function withDose(lever: LeverId, factor: number): Scenario {
  const { fields } = levers.find(({ id }) => id === lever)!;
  const dose = fields[0]!;
  const setting = base.levers[lever];
  const values = { ...setting.values, [dose.id]: factor * (dose.mep || dose.double) };
  return { ...base, levers: { ...base.levers, [lever]: { ...setting, values } } };
}

/** At 1x nothing is changed; incentives, which the partnership did not pay, are at their reference dose then. */
function isBase(lever: LeverId, factor: number): boolean {
  return factor === (lever === 'incentives' ? 0 : 1);
}

/** Districts that bargain collaboratively or with trained teams at the end, a replicate each. */
function uptake(scenario: Scenario): number[] {
  return Array.from({ length: replicates }, (_, replicate) => {
    const out = runReplicate(kernel, scenario, replicate, 'more');
    return at(out, 'ibbTrained', 72) + at(out, 'collaborative', 72);
  });
}

describe('with multipliers above 1', () => {
  const once = uptake(base);

  test.each(levers.map(({ id }) => id))('more %s never lowers the mean uptake', (lever) => {
    const doses = [0, 1, 2, 4].map((factor) =>
      isBase(lever, factor) ? once : uptake(withDose(lever, factor)),
    );
    const difference = (more: number, less: number): number[] =>
      doses[more]!.map((districts, replicate) => districts - doses[less]![replicate]!);
    for (const more of [1, 2, 3]) {
      const gain = difference(more, more - 1);
      expect(mean(gain), `dose ${String(more)}`).toBeGreaterThanOrEqual(-2 * standardError(gain));
    }
    const whole = difference(3, 0);
    expect(mean(whole)).toBeGreaterThan(3 * standardError(whole));
  });
});
