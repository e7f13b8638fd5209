import { cutBlocks, type Block } from '../../engine/ensemble/block-range.js';
import { seriesLength } from '../../engine/ensemble/series-length.js';
import type { Executor } from '../../engine/ensemble/executor.js';
import { outlinePlan, type Plan } from '../../engine/ensemble/plan.js';
import { outcomeIndex, outcomes } from '../../engine/model/outcomes/index.js';
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
  const kept = new Kept(worlds.length, replicates, plan.months, series);
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
  readonly #worlds: number;
  readonly #months: number;
  readonly #replicates: number;
  readonly #series: readonly string[];
  /** [world][outcome][future] */
  readonly #horizon: Float64Array;
  /** [world][series][month][future] */
  readonly #monthly: Float32Array;
  /** Futures that are there; blocks come in any order. */
  readonly #there: Uint8Array;
  futures = 0;

  constructor(worlds: number, replicates: number, months: number, series: readonly string[]) {
    this.#worlds = worlds;
    this.#months = months;
    this.#replicates = replicates;
    this.#series = series;
    this.#horizon = new Float64Array(worlds * outcomes.length * replicates);
    this.#monthly = new Float32Array(worlds * series.length * months * replicates);
    this.#there = new Uint8Array(replicates);
  }

  /** @param values shape [replicate][world][outcome][month] */
  add({ firstReplicate, replicates }: Block, values: Float64Array): void {
    const length = seriesLength(this.#months);
    for (let replicate = 0; replicate < replicates; replicate++) {
      for (let world = 0; world < this.#worlds; world++) {
        const own = values.subarray((replicate * this.#worlds + world) * length);
        this.#keep(world, firstReplicate + replicate, own);
      }
      this.#there[firstReplicate + replicate] = 1;
      this.futures++;
    }
  }

  #keep(world: number, future: number, own: Float64Array): void {
    const months = this.#months;
    for (let outcome = 0; outcome < outcomes.length; outcome++) {
      const row = world * outcomes.length + outcome;
      this.#horizon[row * this.#replicates + future] = own[(outcome + 1) * months - 1]!;
    }
    this.#series.forEach((id, place) => {
      const from = outcomeIndex.get(id)! * months;
      const row = (world * this.#series.length + place) * months;
      for (let month = 0; month < months; month++) {
        this.#monthly[(row + month) * this.#replicates + future] = own[from + month]!;
      }
    });
  }

  /** What is there now; futures that come later leave it as it is. */
  view(): WorldValues {
    const there = Uint32Array.from(this.#there.keys()).filter((future) => this.#there[future] === 1);
    const pick = (from: Float64Array | Float32Array, row: number): Float64Array =>
      Float64Array.from(there, (future) => from[row * this.#replicates + future]!);
    return {
      futures: this.futures,
      horizon: (world, outcome) => pick(this.#horizon, world * outcomes.length + outcomeIndex.get(outcome)!),
      month: (world, outcome, month) => {
        const place = world * this.#series.length + this.#series.indexOf(outcome);
        return pick(this.#monthly, place * this.#months + month);
      },
    };
  }
}
