import { describe, expect, test } from 'vitest';
import { drawParameters } from '../../../engine/evidence/index.js';
import { Inputs, type Readings } from '../../../engine/model/inputs.js';
import type { FieldId, LeverId } from '../../../engine/model/levers/index.js';
import { Luck } from '../../../engine/model/luck.js';
import type { Policy } from '../../../engine/model/policy.js';
import type { Model } from '../../../engine/model/rule.js';
import { rules } from '../../../engine/model/rules/index.js';
import { startDistricts } from '../../../engine/model/start.js';
import { createState } from '../../../engine/model/state.js';
import { buildWorld } from '../../../engine/model/world.js';
import { rootKey } from '../../../engine/random/index.js';
import { scenarioWith, smallPopulation } from '../../exact/model/small-world.js';

/** Inputs that note who reads which parameter and which lever. */
class WatchedInputs extends Inputs {
  reader = '';
  readonly asked = new Map<string, Set<string>>();

  #note(id: string): void {
    this.asked.set(this.reader, (this.asked.get(this.reader) ?? new Set()).add(id));
  }

  override read<R extends readonly string[]>(ids: R): Readings<R> {
    return new Proxy(super.read(ids), {
      get: (reading, id) => {
        this.#note(String(id));
        return reading[id as R[number]];
      },
    });
  }

  override dose(lever: LeverId): number {
    this.#note(lever);
    return super.dose(lever);
  }

  override choice<L extends LeverId>(lever: L, field: FieldId<L>): number {
    this.#note(lever);
    return super.choice(lever, field);
  }

  override share(lever: LeverId, month: number, cohort?: number): number {
    this.#note(lever);
    return super.share(lever, month, cohort);
  }
}

/** Parameters and levers that each rule reads in runs in which everything happens. */
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

describe('a rule declares the parameters and levers that it reads and no other', () => {
  const everything = scenarioWith('six-levers', ['years=10']);
  const events = (['strike', 'newLeaders', 'schoolProject', 'partnership', 'training'] as const).map(
    (kind, month) => ({ month, kind, district: 'District 1', schools: 1, what: '' }),
  );
  const asked = watch([
    { ...everything, events },
    scenarioWith('six-levers', ['years=10', 'levers.pilotGrants.recipients=readiness']),
  ]);

  test.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
    expect([...rule.reads, ...rule.levers].sort()).toEqual([...(asked.get(id) ?? [])].sort());
  });
});
