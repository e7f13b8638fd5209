import { outcomeIndex, outcomes } from '../model/outcomes/index.js';
import { countReplicates, type Block } from './block-range.js';
import { Futures } from './futures.js';
import type { PlanOutline } from './plan.js';

/** What every future of some scenarios ends with, kept as blocks come in, in any order. */
export class HorizonValues {
  /** By scenario and outcome, one value a replicate of the plan. */
  readonly #values: readonly (readonly Float64Array[])[];
  readonly #there: Uint8Array;
  readonly #first: number;
  #count = 0;

  /** @param kept ids of the outcomes to keep; all where it is left out */
  constructor(
    private readonly plan: PlanOutline,
    private readonly kept: readonly string[] = outcomes.map(({ id }) => id),
  ) {
    const replicates = countReplicates(plan.blocks);
    this.#values = plan.scenarios.map(() => kept.map(() => new Float64Array(replicates)));
    this.#there = new Uint8Array(replicates);
    this.#first = plan.blocks[0]?.firstReplicate ?? 0;
  }

  /** @param values of the block, shape [replicate][scenario][outcome][month] */
  add({ firstReplicate, replicates }: Block, values: Float64Array): void {
    const futures = new Futures(values, this.plan);
    const places = this.kept.map((id) => outcomeIndex.get(id)!);
    for (let replicate = 0; replicate < replicates; replicate++) {
      const column = firstReplicate - this.#first + replicate;
      this.#values.forEach((rows, scenario) => {
        places.forEach(
          (outcome, row) => (rows[row]![column] = futures.horizon(replicate, scenario, outcome)),
        );
      });
      if (this.#there[column] === 0) this.#count++;
      this.#there[column] = 1;
    }
  }

  /** Replicates that are there. */
  get count(): number {
    return this.#count;
  }

  /** Replicates that are there without a gap: the first to this less one. */
  get inOrder(): number {
    const gap = this.#there.indexOf(0);
    return gap < 0 ? this.#there.length : gap;
  }

  /** Places of the replicates that are there, in order. */
  get there(): Uint32Array {
    return Uint32Array.from(this.#there.keys()).filter((column) => this.#there[column] === 1);
  }

  /** All values of an outcome, one a replicate of the plan; 0 where one is not there yet. */
  row(scenario: number, outcome: string): Float64Array {
    return this.#values[scenario]![this.kept.indexOf(outcome)]!;
  }

  /**
   * Paired differences to the first scenario, replicate by replicate.
   *
   * @param columns of the replicates to give; those that are there where it is left out
   */
  differences(scenario: number, columns: Uint32Array = this.there): Record<string, Float64Array> {
    return Object.fromEntries(
      this.kept.map((id) => {
        const [own, base] = [this.row(scenario, id), this.row(0, id)];
        return [id, Float64Array.from(columns, (column) => own[column]! - base[column]!)];
      }),
    );
  }
}
