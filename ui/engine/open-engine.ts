import { parameters } from '../../engine/evidence/index.js';
import { compareOn } from '../../engine/ensemble/compare-on.js';
import type { PartialResult } from '../../engine/ensemble/partial.js';
import { planEnsemble } from '../../engine/ensemble/plan.js';
import { populationNames } from '../../engine/population/index.js';
import { loadScenario, scenarioNames, scenarioToYaml } from '../../engine/scenario/index.js';
import type { Scenario } from '../../engine/scenario/scenario.js';
import { importedPopulations } from '../device/imported.js';
import { openPopulation } from './open-population.js';
import { savedScenarios } from '../device/saved-scenarios.js';
import type { Comparison } from '../state/comparison.js';
import type { Engine } from '../state/engine.js';
import { recordingStore } from './horizon-record.js';
import type { Compare } from '../state/run-scheduler.js';
import { sharedPool } from './shared-pool.js';

/** The engine in web workers; this module is loaded after the first paint. */
export async function openEngine(): Promise<Engine> {
  const pool = sharedPool();
  await Promise.all([importedPopulations.load(), savedScenarios.load()]);
  const compareWorlds: Compare = async ({ scenario, baseline, seed }, replicates, hooks) => {
    const worlds = [rename(baseline, 'baseline'), rename(scenario, 'scenario')];
    const population = await openPopulation(scenario.population, scenario.firstMonth);
    const plan = await planEnsemble({ population, scenarios: worlds, seed, replicates });
    const store = recordingStore(plan);
    const document = await compareOn(plan, pool, {
      store,
      signal: hooks.signal,
      onProgress: ({ done }) => hooks.onProgress(done),
      onPartial: (partial) =>
        hooks.onPartial({ ...fromPartial(partial), futures: store.horizon.differences(1) }),
    });
    return {
      replicates: document.replicates,
      baseline: document.scenarios['baseline']!,
      scenario: document.scenarios['scenario']!,
      differences: document.differences['scenario']!,
      futures: store.horizon.differences(1),
    };
  };
  const titles = new Map(scenarioNames.map((name) => [name, loadScenario(name).title]));
  return {
    scenarioNames,
    get populations() {
      return [...populationNames, ...importedPopulations.value];
    },
    titleOf: (name) => titles.get(name) ?? name,
    loadScenario,
    toYaml: scenarioToYaml,
    labels: new Map(parameters.map((parameter) => [parameter.id, parameter])),
    compare: compareWorlds,
  };
}

/** Names count for nothing in a run, but an ensemble wants them to differ. */
function rename(scenario: Scenario, name: string): Scenario {
  return { ...scenario, name };
}

function fromPartial({ done, scenarios, differences }: PartialResult): Comparison {
  return {
    replicates: done,
    baseline: { outcomes: scenarios['baseline']!, digest: undefined },
    scenario: { outcomes: scenarios['scenario']!, digest: undefined },
    differences: differences['scenario']!,
  };
}
