import { outcomes } from '../model/outcomes/index.js';
import { addMonth, countBetter, emptyBands, type Bands, type DifferenceBands } from './bands.js';
import { countReplicates } from './block-range.js';
import { firstSeries, placeOfSeries, worldLength } from './futures.js';
import { nextTask, throwIfCancelled, type CancelSignal } from './platform.js';
import type { PlanOutline } from './plan.js';
import type { SeriesReader } from './series-reader.js';

/** Bands by outcome id, one map a scenario; differences of every scenario but the first to the first. */
export interface Summary {
  readonly bands: readonly ReadonlyMap<string, Bands>[];
  readonly differences: readonly ReadonlyMap<string, DifferenceBands>[];
}

export interface SummaryOptions {
  /** Also the paired differences of all scenarios to the first. */
  readonly differences: boolean;
  /** Only these outcomes; all where it is left out. */
  readonly outcomes?: readonly string[] | undefined;
  readonly signal?: CancelSignal | undefined;
}

/** Numbers held at a time (4 MB): memory stays the same however many replicates there are. */
const heldNumbers = 1 << 19;

/** Exact bands of what a store holds, read a few series at a time, with a pause after each few. */
export async function summarise(
  plan: PlanOutline,
  store: SeriesReader,
  options: SummaryOptions,
): Promise<Summary> {
  const { scenarios, months } = plan;
  const replicates = countReplicates(plan.blocks);
  const pieces = cutSeries(months, Math.max(1, Math.floor(heldNumbers / replicates)), options.outcomes);
  const longest = Math.max(...pieces.map(({ count }) => count));
  const own = new Float64Array(longest * replicates);
  const base = new Float64Array(options.differences ? longest * replicates : 0);
  const bands = scenarios.map(() => new Map<string, Bands>());
  const differences = scenarios.slice(1).map(() => new Map<string, DifferenceBands>());
  for (const { first, count } of pieces) {
    for (const index of scenarios.keys()) {
      await store.read(index, first, count, own);
      if (options.differences && index === 0) base.set(own);
      for (let series = 0; series < count; series++) {
        const { outcome: place, month } = placeOfSeries(first + series, months);
        const outcome = outcomes[place]!;
        const values = own.subarray(series * replicates, (series + 1) * replicates);
        if (options.differences && index > 0) {
          const paired = values.map((value, replicate) => value - base[series * replicates + replicate]!);
          const known = differences[index - 1]!;
          const shares =
            month === months - 1 ? countBetter(paired, outcome.better) : { better: null, tied: 0 };
          const sofar = known.get(outcome.id) ?? emptyBands();
          addMonth(sofar, paired);
          known.set(outcome.id, { ...sofar, ...shares });
        }
        const sofar = bands[index]!.get(outcome.id) ?? emptyBands();
        addMonth(sofar, values);
        bands[index]!.set(outcome.id, sofar);
      }
      await nextTask();
      throwIfCancelled(options.signal);
    }
  }
  return { bands, differences: options.differences ? differences : [] };
}

/** Ranges of series, in order and none longer than `most`, that cover the outcomes. */
function cutSeries(
  months: number,
  most: number,
  ids: readonly string[] | undefined,
): { readonly first: number; readonly count: number }[] {
  const whole =
    ids === undefined
      ? [{ first: 0, count: worldLength(months) }]
      : outcomes.flatMap(({ id }, index) =>
          ids.includes(id) ? [{ first: firstSeries(index, months), count: months }] : [],
        );
  return whole.flatMap(({ first, count }) =>
    Array.from({ length: Math.ceil(count / most) }, (_, piece) => ({
      first: first + piece * most,
      count: Math.min(most, count - piece * most),
    })),
  );
}
