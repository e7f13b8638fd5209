import { outcomes } from '../model/outcomes/index.js';
import type { Bands, DifferenceBands } from './bands.js';
import { countReplicates } from './block-range.js';
import type { PlanOutline } from './plan.js';
import type { Summary } from './summary.js';
import { version } from './version.js';

/** The head of each document that `--json` prints. */
interface DocumentHead {
  /** Version of the program. */
  readonly accord: string;
  readonly population: string;
  readonly seed: string;
  /** Replicates of the whole ensemble. */
  readonly replicates: number;
  /** Only in the result of one shard: which one, and how many replicates its figures rest on. */
  readonly shard?: { readonly index: number; readonly of: number; readonly replicates: number };
  /** 0 to 12 * years: index k of every band is the state after k ticks. */
  readonly months: readonly number[];
}

export interface OutcomeBands extends Bands {
  readonly label: string;
  readonly unit: string;
  readonly better: 'higher' | 'lower' | 'none';
}

export interface ScenarioResult {
  /** By outcome id. */
  readonly outcomes: Readonly<Record<string, OutcomeBands>>;
  /** SHA-256 of all replicates, in hexadecimal. */
  readonly digest: string;
}

/** What `run --json` prints. */
export interface RunDocument extends DocumentHead, ScenarioResult {
  readonly scenario: string;
}

/** What `compare --json` prints; `scenarios` holds the baseline too. */
export interface CompareDocument extends DocumentHead {
  readonly baseline: string;
  readonly scenarios: Readonly<Record<string, ScenarioResult>>;
  /** Scenario minus baseline, by scenario and outcome id. */
  readonly differences: Readonly<Record<string, Readonly<Record<string, DifferenceBands>>>>;
}

/** The document of a run of one scenario. */
export function runDocument(plan: PlanOutline, summary: Summary, digests: readonly string[]): RunDocument {
  const { accord, population, ...head } = headOf(plan);
  const scenario = plan.scenarios[0]!.name;
  return { accord, scenario, population, ...head, ...resultOf(summary.bands[0]!, digests[0]!) };
}

/** The document of a comparison; the first scenario is the baseline. */
export function compareDocument(
  plan: PlanOutline,
  summary: Summary,
  digests: readonly string[],
): CompareDocument {
  const names = plan.scenarios.map(({ name }) => name);
  return {
    ...headOf(plan),
    baseline: names[0]!,
    scenarios: Object.fromEntries(
      names.map((name, index) => [name, resultOf(summary.bands[index]!, digests[index]!)]),
    ),
    differences: Object.fromEntries(
      names.slice(1).map((name, index) => [name, Object.fromEntries(summary.differences[index]!)]),
    ),
  };
}

function headOf({ populationId, seed, replicates, shard, months, blocks }: PlanOutline): DocumentHead {
  return {
    accord: version,
    population: populationId,
    seed,
    replicates,
    ...(shard && { shard: { ...shard, replicates: countReplicates(blocks) } }),
    months: Array.from({ length: months }, (_, month) => month),
  };
}

function resultOf(bands: ReadonlyMap<string, Bands>, digest: string): ScenarioResult {
  const described = outcomes.map(({ id, label, unit, better }): [string, OutcomeBands] => [
    id,
    { label, unit: unit.words, better, ...bands.get(id)! },
  ]);
  return { outcomes: Object.fromEntries(described), digest };
}
