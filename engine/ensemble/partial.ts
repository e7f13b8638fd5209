import type { Bands, DifferenceBands } from './bands.js';
import type { PlanOutline } from './plan.js';
import { summarise } from './summary.js';
import { Futures } from './futures.js';

/** First figures of a run under way; they refine until the whole result takes their place. */
export interface PartialResult {
  /** Replicates that the figures rest on. */
  readonly done: number;
  readonly total: number;
  /** By scenario name and outcome id. */
  readonly scenarios: Readonly<Record<string, Readonly<Record<string, Bands>>>>;
  /** Scenario minus baseline; empty where no baseline was asked for. */
  readonly differences: Readonly<Record<string, Readonly<Record<string, DifferenceBands>>>>;
}

export interface PartialOptions {
  /** Called with 16, 32, 64, ... replicates, as soon as they are there. */
  readonly onPartial?: ((partial: PartialResult) => void) | undefined;
  /** Only these outcomes; fewer come sooner. */
  readonly partialOutcomes?: readonly string[] | undefined;
}

interface Settings extends PartialOptions {
  readonly differences: boolean;
  readonly onPartial: (partial: PartialResult) => void;
}

const firstCount = 16;

/** Collects replicates and summarises them at each doubling, one summary at a time. */
export function partialResults(plan: PlanOutline, { differences, onPartial, partialOutcomes }: Settings) {
  const collected = new Map<number, Float64Array>();
  let due = firstCount;
  let busy = false;
  let stopped = false;

  async function summarisePart(): Promise<void> {
    const replicates = [...collected.keys()].sort((a, b) => a - b).map((key) => collected.get(key)!);
    const outline = { ...plan, blocks: [{ index: 0, firstReplicate: 0, replicates: replicates.length }] };
    const summary = await summarise(
      outline,
      {
        read(scenario, first, count, out) {
          replicates.forEach((values, replicate) => {
            const world = new Futures(values, plan).world(0, scenario);
            for (let series = 0; series < count; series++) {
              out[series * replicates.length + replicate] = world[first + series]!;
            }
          });
        },
      },
      { differences, outcomes: partialOutcomes },
    );
    if (stopped) return;
    const named = <T>(
      maps: readonly ReadonlyMap<string, T>[],
      skip: number,
    ): Record<string, Record<string, T>> =>
      Object.fromEntries(
        maps.map((map, index) => [plan.scenarios[index + skip]!.name, Object.fromEntries(map)]),
      );
    onPartial({
      done: replicates.length,
      total: plan.replicates,
      scenarios: named(summary.bands, 0),
      differences: named(summary.differences, 1),
    });
  }

  async function emit(): Promise<void> {
    busy = true;
    while (!stopped && collected.size >= due) {
      due = 2 * collected.size;
      await summarisePart();
    }
    busy = false;
  }

  return {
    add(replicate: number, values: Float64Array): void {
      collected.set(replicate, values);
      if (!busy && collected.size >= due) void emit();
    },
    stop(): void {
      stopped = true;
    },
  };
}
