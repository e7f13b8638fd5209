import { drawParameters, parameterValue, withAssumptions } from '../evidence/index.js';
import type { Values } from '../model/outcome.js';
import { outcomeIndex, outcomes } from '../model/outcomes/index.js';
import { rootKey } from '../random/index.js';
import type { Scenario } from '../scenario/scenario.js';
import type { Block } from './block-range.js';
import type { BlockKernel } from './workers/kernel-cache.js';
import { ReplicateError } from './replicate-error.js';
import { Futures, placeOfSeries, worldLength } from './futures.js';
import { arrangeWorlds, type Worlds } from './worlds.js';

/** What a worker needs to know of a plan, beside the population, to compute any of its blocks. */
export interface BlockSpec {
  readonly scenarios: readonly Scenario[];
  readonly seed: string;
  readonly months: number;
}

/** Where a block has come to: a pause in which its driver may report or stop. */
export interface BlockStep {
  /** The replicate at work. */
  readonly replicate: number;
  /** Replicates of the block that are complete. */
  readonly finished: number;
  /** Values of the block, shape [replicate][scenario][outcome][month], as far as they are complete. */
  readonly values: Float64Array;
}

/** Outcomes that only a pair of worlds has, with their places. */
const pairedOutcomes = outcomes.flatMap(({ paired }, index) => (paired ? [{ index, paired }] : []));

/**
 * Runs a block world by world. One parameter draw a replicate serves all scenarios (common random numbers); a
 * scenario's assumptions replace single values of it.
 *
 * @param spare memory to use where it has the right size
 * @returns values of shape [replicate][scenario][outcome][month]
 * @throws ReplicateError when a run fails or gives a value that is no number
 */
export function* blockSteps(
  kernel: BlockKernel,
  { scenarios, seed, months }: BlockSpec,
  block: Block,
  spare?: Float64Array,
): Generator<BlockStep, Float64Array> {
  const futures = Futures.allocate({ scenarios, months }, block.replicates, spare);
  const { values } = futures;
  const worlds = arrangeWorlds(scenarios);
  const runs = worlds.run.map(() => new Float64Array(worldLength(months)));
  const root = rootKey(seed);
  for (let finished = 0; finished < block.replicates; finished++) {
    const replicate = block.firstReplicate + finished;
    const drawn = drawParameters(root, replicate);
    for (const [index, world] of worlds.run.entries()) {
      runWorld(kernel, world, drawn, root, replicate, runs[index]!, months);
      yield { replicate, finished, values };
    }
    pairWithNone(scenarios, worlds, runs, drawn, futures, finished);
  }
  return values;
}

/** Runs a whole block at once. */
export function runBlock(kernel: BlockKernel, spec: BlockSpec, block: Block): Float64Array {
  const steps = blockSteps(kernel, spec, block);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

function runWorld(
  kernel: BlockKernel,
  world: Scenario,
  drawn: Float64Array,
  root: Uint32Array,
  replicate: number,
  out: Float64Array,
  months: number,
): void {
  try {
    kernel.run(world, withAssumptions(drawn, world.assumptions), root, replicate, out);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new ReplicateError(replicate, `scenario ${world.name}: ${message}`, { cause: error });
  }
  const bad = out.findIndex((value) => !Number.isFinite(value));
  if (bad < 0) return;
  const { outcome, month } = placeOfSeries(bad, months);
  const what = `${outcomes[outcome]!.id} = ${out[bad]!} at month ${month}`;
  throw new ReplicateError(replicate, `scenario ${world.name}: ${what} must be a finite number`);
}

/** Copies each scenario's own run and fills in what it gains over the world `none`. */
function pairWithNone(
  scenarios: readonly Scenario[],
  { own, none }: Worlds,
  runs: readonly Float64Array[],
  drawn: Float64Array,
  futures: Futures,
  replicate: number,
): void {
  const { months } = futures.shape;
  scenarios.forEach(({ assumptions }, scenario) => {
    const set = withAssumptions(drawn, assumptions);
    const parameter = (id: string): number => parameterValue(set, id);
    let month = 0;
    const inMonth = (run: Float64Array): Values => {
      const world = new Futures(run, { scenarios: [scenario], months });
      return (id) => world.at(0, 0, outcomeIndex.get(id)!, month);
    };
    const present = runs[own[scenario]!]!;
    const [mine, theirs] = [inMonth(present), inMonth(runs[none[scenario]!]!)];
    futures.world(replicate, scenario).set(present);
    for (const { index, paired } of pairedOutcomes) {
      for (month = 0; month < months; month++) {
        futures.set(replicate, scenario, index, month, paired(mine, theirs, parameter));
      }
    }
  });
}
