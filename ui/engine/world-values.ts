import { cutBlocks, type Block } from '../../engine/ensemble/block-range.js';
import { Futures } from '../../engine/ensemble/futures.js';
import { HorizonValues } from '../../engine/ensemble/horizon-values.js';
import type { Executor } from '../../engine/ensemble/executor.js';
import { outlinePlan, type Plan } from '../../engine/ensemble/plan.js';
import { outcomeIndex } from '../../engine/model/outcomes/index.js';
import type { Population } from '../../engine/population/index.js';
import type { Scenario } from '../../engine/scenario/scenario.js';

/** What several worlds gave under the same luck: future r is the same in all of them. */
export interface WorldValues {
  /** Futures computed so far; every array holds one value for each, in one order. */
  readonly futures: number;
  /** Values at the horizon, one a future. */
  horizon(world: number, outcome: string): Float64Array;
  /** Values of one month, one a future; only for the outcomes that were asked for. */
  month(world: number, outcome: string, month: number): Float64Array;
}

export interface WorldSpec {
  readonly population: Population;
  /** Of one horizon. */
  readonly worlds: readonly Scenario[];
  readonly seed: string;
  readonly replicates: number;
  /** Outcomes of which every month is kept. */
  readonly series: readonly string[];
}

export interface WorldHooks {
  readonly signal: AbortSignal;
  onProgress(done: number, total: number): void;
  onPartial(values: WorldValues): void;
}

/** First figures after this many futures, then at every doubling. */
const firstCount = 25;

/**
 * Runs worlds side by side and keeps what a table and a few charts need: a twentieth of all values, so that four
 * scenarios over a thousand futures fit into a phone.
 *
 * @throws ReplicateError or WorkerError when a future fails, the signal's reason when cancelled
 */
export async function runWorlds(spec: WorldSpec, pool: Executor, hooks: WorldHooks): Promise<WorldValues> {
  const { population, worlds, seed, replicates, series } = spec;
  const blocks = cutBlocks(replicates);
  const outline = outlinePlan({ populationId: population.id, scenarios: worlds, seed, replicates });
  const plan: Plan = { ...outline, population };
  const kept = new Kept(plan, series);
  let done = 0;
  let due = firstCount;
  hooks.onProgress(0, replicates);
  await pool.run(plan, blocks, {
    signal: hooks.signal,
    onReplicate: () => hooks.onProgress(++done, replicates),
    onBlock(block, values) {
      kept.add(block, values);
      if (kept.futures < due || kept.futures === replicates) return;
      due = 2 * kept.futures;
      hooks.onPartial(kept.view());
    },
  });
  return kept.view();
}

class Kept {
  readonly #horizon: HorizonValues;
  /** By world, series and month, one value a future: a twentieth of all values is enough for a few charts. */
  readonly #monthly: readonly (readonly (readonly Float32Array[])[])[];

  constructor(
    private readonly plan: Plan,
    private readonly series: readonly string[],
  ) {
    this.#horizon = new HorizonValues(plan);
    this.#monthly = plan.scenarios.map(() =>
      series.map(() => Array.from({ length: plan.months }, () => new Float32Array(plan.replicates))),
    );
  }

  get futures(): number {
    return this.#horizon.count;
  }

  /** @param values shape [replicate][world][outcome][month] */
  add(block: Block, values: Float64Array): void {
    this.#horizon.add(block, values);
    const futures = new Futures(values, this.plan);
    const places = this.series.map((id) => outcomeIndex.get(id)!);
    for (let replicate = 0; replicate < block.replicates; replicate++) {
      const future = block.firstReplicate + replicate;
      this.#monthly.forEach((rows, world) => {
        places.forEach((outcome, row) => {
          const own = futures.series(replicate, world, outcome);
          rows[row]!.forEach((column, month) => (column[future] = own[month]!));
        });
      });
    }
  }

  /** What is there now; futures that come later leave it as it is. */
  view(): WorldValues {
    const { there } = this.#horizon;
    const pick = (from: Float64Array | Float32Array): Float64Array =>
      Float64Array.from(there, (future) => from[future]!);
    return {
      futures: there.length,
      horizon: (world, outcome) => pick(this.#horizon.row(world, outcome)),
      month: (world, outcome, month) => pick(this.#monthly[world]![this.series.indexOf(outcome)]![month]!),
    };
  }
}
