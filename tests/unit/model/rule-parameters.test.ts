import { describe, expect, test } from 'vitest';
import { drawParameters } from '../../../engine/evidence/index.js';
import { Inputs } from '../../../engine/model/inputs.js';
import { Luck } from '../../../engine/model/luck.js';
import type { Policy } from '../../../engine/model/policy.js';
import type { Model } from '../../../engine/model/rule.js';
import { rules } from '../../../engine/model/rules/index.js';
import { startDistricts } from '../../../engine/model/start.js';
import { createState } from '../../../engine/model/state.js';
import { buildWorld } from '../../../engine/model/world.js';
import { rootKey } from '../../../engine/random/index.js';
import { scenarioWith, smallPopulation } from '../../exact/model/small-world.js';

/** Inputs that note who asks for which parameter. */
class WatchedInputs extends Inputs {
  reader = '';
  readonly asked = new Map<string, Set<string>>();

  override value(id: string): number {
    this.asked.set(this.reader, (this.asked.get(this.reader) ?? new Set()).add(id));
    return super.value(id);
  }
}

/** Parameters that each rule asks for in runs in which everything happens. */
function watch(scenarios: readonly Policy[]): Map<string, Set<string>> {
  const asked = new Map<string, Set<string>>();
  for (const apiNoise of ['california', 'study'] as const) {
    const world = buildWorld(smallPopulation(60, {}, apiNoise));
    const inputs = new WatchedInputs(world);
    const model: Model = { world, state: createState(world), luck: new Luck(), inputs };
    const steps = rules.map((rule) => ({ id: rule.id, step: rule.create(model) }));
    for (const scenario of scenarios) {
      inputs.reader = 'start';
      inputs.begin(scenario, drawParameters(rootKey('watch'), 0));
      model.luck.begin(rootKey('watch'), 0);
      startDistricts(model);
      const each = (act: (step: (typeof steps)[number]['step']) => void): void => {
        for (const { id, step } of steps) {
          inputs.reader = id;
          act(step);
        }
      };
      each((step) => step.begin());
      each((step) => step.ready?.());
      for (let month = 1; month <= 12 * scenario.years; month++) each((step) => step.step(month));
    }
    for (const [id, ids] of inputs.asked) asked.set(id, new Set([...(asked.get(id) ?? []), ...ids]));
  }
  return asked;
}

describe('a rule lists the parameters that it reads, all of them and no other', () => {
  const everything = scenarioWith('six-levers', ['years=10']);
  const events = (['strike', 'newLeaders', 'schoolProject', 'partnership', 'training'] as const).map(
    (kind, month) => ({ month, kind, district: 'District 1', schools: 1, what: '' }),
  );
  const asked = watch([
    { ...everything, events },
    scenarioWith('six-levers', ['years=10', 'levers.pilotGrants.recipients=readiness']),
  ]);

  test.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
    expect([...rule.parameters].sort()).toEqual([...(asked.get(id) ?? [])].sort());
  });
});
