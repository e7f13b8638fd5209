import { drawParameters } from '../../../engine/evidence/index.js';
import { outcomeIndex, outcomes } from '../../../engine/model/outcomes/index.js';
import type { Model } from '../../../engine/model/rule.js';
import { assemble } from '../../../engine/population/assemble.js';
import type { DistrictDraft } from '../../../engine/population/draft.js';
import type { Population } from '../../../engine/population/index.js';
import { rootKey } from '../../../engine/random/index.js';
import { createKernel, type Kernel } from '../../../engine/run.js';
import { applySettings, loadScenario, type Scenario } from '../../../engine/scenario/index.js';

/** Draft of the i-th district of a made-up state; every third one is large, poverty runs through them all. */
export function draft(i: number, change: Partial<DistrictDraft> = {}): DistrictDraft {
  return {
    name: `District ${String(i)}`,
    state: 'Here',
    region: `Region ${String(i % 3)}`,
    students: 400 + 700 * (i % 7) + (i % 3 === 0 ? 6000 : 0),
    educators: 40 + 50 * (i % 7),
    lowIncome: 0.05 + (0.9 * ((7 * i) % 20)) / 20,
    contractMonths: -1,
    englishLearners: NaN,
    schools: 2,
    ...change,
  };
}

/** A population of made-up districts, as small as a test wants it. */
export function smallPopulation(
  districts: number,
  change: Partial<DistrictDraft> | ((i: number) => Partial<DistrictDraft>) = {},
  apiNoise: Population['apiNoise'] = 'california',
): Population {
  const drafts = Array.from({ length: districts }, (_, i) =>
    draft(i, typeof change === 'function' ? change(i) : change),
  );
  return assemble({ id: 'small', title: 'Small', source: 'made up', synthetic: true, apiNoise }, drafts);
}

/** The same population without any candidate tie. */
export function withoutTies(population: Population): Population {
  const networked = new Uint8Array(population.districts.count);
  return { ...population, districts: { ...population.districts, networked } };
}

/**
 * A stock scenario with settings as on the command line, and assumptions that the schema would refuse: a test switches
 * a mechanism off by a value that no one would believe.
 */
export function scenarioWith(
  name: string,
  settings: readonly string[] = [],
  assumptions: Readonly<Record<string, number>> = {},
): Scenario {
  const scenario = applySettings(loadScenario(name), settings);
  return { ...scenario, assumptions: { ...scenario.assumptions, ...assumptions } };
}

/** One replicate, with the parameters drawn for it. */
export function runReplicate(kernel: Kernel, scenario: Scenario, replicate = 0, seed = 'test'): Float64Array {
  const root = rootKey(seed);
  const out = new Float64Array(outcomes.length * (12 * scenario.years + 1));
  kernel.run(scenario, drawParameters(root, replicate, scenario.assumptions), root, replicate, out);
  return out;
}

/** Several replicates. */
export function runAll(
  population: Population,
  scenario: Scenario,
  replicates: number,
  seed = 'test',
): Float64Array[] {
  const kernel = createKernel(population);
  return Array.from({ length: replicates }, (_, replicate) =>
    runReplicate(kernel, scenario, replicate, seed),
  );
}

/** Value of an outcome at a month in what a run wrote. */
export function at(out: Float64Array, outcome: string, month: number): number {
  const months = out.length / outcomes.length;
  const index = outcomeIndex.get(outcome);
  if (index === undefined) throw new Error(`no outcome ${outcome}`);
  return out[index * months + month]!;
}

/** Steps one replicate month by month and shows the state after each. */
export function walk(
  population: Population,
  scenario: Scenario,
  look: (model: Model, month: number) => void,
  replicate = 0,
  seed = 'test',
): void {
  const { stepper } = createKernel(population);
  const root = rootKey(seed);
  stepper.begin(scenario, drawParameters(root, replicate, scenario.assumptions), root, replicate);
  for (let month = 0; month <= 12 * scenario.years; month++) {
    if (month > 0) stepper.step(month);
    look(stepper.model, month);
  }
}

export function mean(values: readonly number[] | Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

/** Standard error of a mean. */
export function standardError(values: readonly number[]): number {
  const middle = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - middle) * (value - middle), 0);
  return Math.sqrt(squares / (values.length - 1) / values.length);
}
