import type { KernelFactory } from '../../engine/ensemble/workers/kernel-cache.js';
import { outcomeIndex, outcomes } from '../../engine/model/outcomes/index.js';
import type { Population } from '../../engine/population/index.js';
import { loadScenario, type Scenario } from '../../engine/scenario/index.js';

/** A world that is quick to run and whose every number shows what it was made from. */
export const fakeKernel: KernelFactory = () => ({
  run(scenario, parameters, root, replicate, out) {
    const months = 12 * scenario.years + 1;
    const dose = scenario.levers.incentives.values['dollars'] ?? 0;
    for (let o = 0; o < outcomes.length; o++) {
      for (let month = 0; month < months; month++) {
        const luck = ((replicate + 1) * 7919 + (root[0]! % 997) + o * 31 + month) % 1009;
        out[o * months + month] = luck / 7 + dose * (replicate % 3) + parameters[o]! / 1e6;
      }
    }
    out.fill(0, outcomeIndex.get('apiGain')! * months, (outcomeIndex.get('apiGain')! + 2) * months);
  },
});

/** One district with one school: enough where no world is run. */
export const tinyPopulation: Population = {
  id: 'tiny',
  title: 'Tiny',
  source: 'made up',
  synthetic: true,
  apiNoise: 'study',
  states: ['Here'],
  regions: ['All'],
  districts: {
    count: 1,
    name: ['A'],
    key: Uint32Array.of(1),
    state: Uint16Array.of(0),
    region: Uint16Array.of(0),
    students: Float64Array.of(100),
    educators: Float64Array.of(10),
    lowIncome: Float64Array.of(0.5),
    contractMonths: Int16Array.of(-1),
    firstSchool: Uint32Array.of(0, 1),
  },
  schools: {
    count: 1,
    name: ['S'],
    key: Uint32Array.of(2),
    district: Uint32Array.of(0),
    type: Uint8Array.of(0),
    students: Float64Array.of(100),
    educators: Float64Array.of(10),
    lowIncome: Float64Array.of(0.5),
    api: Float64Array.of(Number.NaN),
  },
};

/** A short scenario with the given incentive. */
export function scenarioWith(name: string, dollars: number, changes: Partial<Scenario> = {}): Scenario {
  const base = loadScenario('no-partnership');
  const incentives = { ...base.levers.incentives, values: { dollars } };
  const scenario = { ...base, name, years: 1, ...changes, levers: { ...base.levers, incentives } };
  const endMonth = 12 * scenario.years;
  const levers = Object.fromEntries(
    Object.entries(scenario.levers).map(([id, setting]) => [id, { ...setting, endMonth }]),
  ) as Scenario['levers'];
  return { ...scenario, levers };
}
