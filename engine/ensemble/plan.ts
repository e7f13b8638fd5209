import { InputError, type Problem } from '../input/index.js';
import { loadPopulation, type Population } from '../population/index.js';
import { isPopulationFile, type Scenario } from '../scenario/index.js';
import { cutBlocks, shardBlocks, type Block, type Shard } from './block-range.js';

/** What to simulate: every scenario with the same replicates, so that they share all luck. */
export interface EnsembleSpec {
  /** A population or the name of a bundled one; where it is left out, the one that the scenarios name. */
  readonly population?: Population | string;
  /** With different names and the same horizon. */
  readonly scenarios: readonly Scenario[];
  /** Any text but the empty one. */
  readonly seed: string;
  /** Replicates of the whole ensemble, not of the shard. */
  readonly replicates: number;
  /** Only this part of the blocks; all where it is left out. */
  readonly shard?: Shard | undefined;
}

/** All that a summary or an output directory needs to know of a run. */
export interface PlanOutline {
  /** Id of the population. */
  readonly populationId: string;
  readonly scenarios: readonly Scenario[];
  readonly seed: string;
  readonly replicates: number;
  readonly shard?: Shard | undefined;
  /** Values a series: 12 * years + 1. */
  readonly months: number;
  /** The blocks to run, in ascending order. */
  readonly blocks: readonly Block[];
}

/** A checked specification, with its population loaded and its replicates cut into blocks. */
export interface Plan extends PlanOutline {
  readonly population: Population;
}

const mostReplicates = 10_000_000;

/**
 * Checks a specification and cuts it into blocks.
 *
 * @throws InputError with every problem at once
 */
export async function planEnsemble(spec: EnsembleSpec): Promise<Plan> {
  const problems = checkSpec(spec);
  if (problems.length > 0) throw new InputError(problems);
  const chosen = spec.population ?? spec.scenarios[0]!.population;
  const population = typeof chosen === 'string' ? await loadPopulation(chosen) : chosen;
  const scenarios = spec.scenarios.map((scenario) =>
    isPopulationFile(scenario.population) ? scenario : { ...scenario, population: population.id },
  );
  const outline = outlinePlan({ ...spec, scenarios, populationId: population.id });
  return { ...outline, population };
}

/**
 * The outline of a run whose parts have been checked before, such as one read from a manifest.
 *
 * @throws InputError when there are more shards than blocks
 */
export function outlinePlan(run: Omit<PlanOutline, 'months' | 'blocks'>): PlanOutline {
  const { populationId, scenarios, seed, replicates, shard } = run;
  const all = cutBlocks(replicates);
  const blocks = shard === undefined ? all : shardBlocks(all, shard);
  return { populationId, scenarios, seed, replicates, shard, months: 12 * scenarios[0]!.years + 1, blocks };
}

function checkSpec({ population, scenarios, seed, replicates }: EnsembleSpec): Problem[] {
  const problems: Problem[] = [];
  const add = (path: string, value: string | number, rule: string, remedy: string): void => {
    problems.push({ path, value: String(value), rule, remedy });
  };
  if (seed === '') add('seed', seed, 'must not be empty', 'give any text, such as 2012');
  if (!Number.isInteger(replicates) || replicates < 1 || replicates > mostReplicates) {
    add('replicates', replicates, `must be a whole number from 1 to ${mostReplicates}`, '');
  }
  const [first] = scenarios;
  if (!first) add('scenarios', '', 'must name at least one scenario', '');
  const names = scenarios.map(({ name }) => name);
  for (const name of new Set(names.filter((name, index) => names.indexOf(name) !== index))) {
    add('scenarios', name, 'must be given once', 'leave one out, or rename its file');
  }
  for (const { name, years, population: own } of scenarios) {
    if (years !== first?.years) {
      const rule = `must be ${first?.years ?? 0} as in ${first?.name ?? ''}`;
      add(`${name}: years`, years, rule, 'give one number of years for all scenarios');
    }
    if (population === undefined && own !== first?.population) {
      const rule = `must be ${first?.population ?? ''} as in ${first?.name ?? ''}`;
      add(`${name}: population`, own, rule, 'give one population for all scenarios');
    }
  }
  return problems;
}
