import type { EnsembleSpec } from '../../ensemble/index.js';
import { applySettings, checkStates, type Scenario } from '../../scenario/index.js';
import type { Gather } from './gather.js';
import { worldNotices } from './world-notices.js';
import { readPopulation } from './read-population.js';
import { readScenario } from './read-scenario.js';
import type { SharedOptions } from './shared-options.js';

/** What a command simulates, with the text of the file of districts where they are the user's own. */
export interface RunInput extends EnsembleSpec {
  readonly populationCsv: string | undefined;
}

/**
 * What a command is to simulate, complete and checked.
 *
 * In a comparison `--set` changes the policy and context of the scenarios but not of their baseline, else a change
 * would cancel out; assumptions hold in every world. The baseline is run where and as long as the first scenario
 * that is compared with it. `--set-all` changes all alike, before `--set`.
 *
 * @param names of the scenarios; with more than one the first is the baseline
 * @param tell receives what the user should know
 * @throws InputError with all problems, those that `gather` has met before included
 */
export async function readRun(
  names: readonly string[],
  options: SharedOptions,
  gather: Gather,
  tell: (text: string) => void,
): Promise<RunInput> {
  const scenarios: Scenario[] = [];
  for (const [index, name] of names.entries()) {
    const isBaseline = names.length > 1 && index === 0;
    const scenario = await gather.check(async () =>
      withOptions(await readScenario(name), options, isBaseline),
    );
    if (scenario) scenarios.push(scenario);
  }
  const complete = scenarios.length === names.length;
  const world = scenarios[scenarios.length > 1 ? 1 : 0];
  const place = options.population ?? (complete ? world?.population : undefined);
  const read = await gather.check(() =>
    place === undefined ? undefined : readPopulation(place, world?.firstMonth, tell),
  );
  gather.report();
  if (!world || !read) throw new Error('a run must have a scenario and a population');
  const { population, csv: populationCsv } = read;
  const [first, ...rest] = scenarios;
  const ready = first && rest.length > 0 ? [beside(first, world, tell), ...rest] : scenarios;
  for (const scenario of ready) await gather.check(() => checkStates(scenario, population));
  gather.report();
  for (const notice of worldNotices(ready)) tell(notice);
  const { seed, replicates, shard } = options;
  return { population, populationCsv, scenarios: ready, seed, replicates, shard };
}

function withOptions(
  scenario: Scenario,
  { set, setAll, years, population }: SharedOptions,
  isBaseline: boolean,
): Scenario {
  const settings = isBaseline
    ? set.filter((setting) => !/^\s*(levers|package|context|stateDelays)\b/.test(setting))
    : set;
  const alike = setAll.length === 0 ? scenario : applySettings(scenario, setAll, '--set-all');
  const changed = settings.length === 0 ? alike : applySettings(alike, settings);
  const long = years === undefined ? changed : applySettings(changed, [`years=${years}`], '--years');
  return population === undefined ? long : { ...long, population };
}

/** The baseline in the place and time of what is compared with it. */
function beside(baseline: Scenario, world: Scenario, tell: (text: string) => void): Scenario {
  const { population, years, firstMonth } = world;
  if (baseline.population === population && baseline.years === years && baseline.firstMonth === firstMonth) {
    return baseline;
  }
  tell(`${baseline.name} is run as ${world.name} is: ${population}, ${years} years from ${firstMonth}`);
  const moved = applySettings(baseline, [`years=${years}`, `firstMonth=${firstMonth}`], baseline.name);
  return { ...moved, population };
}
