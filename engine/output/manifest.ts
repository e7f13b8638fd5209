import { deepFreeze } from '../input/index.js';
import {
  blockReplicates,
  hashEvidence,
  hashPopulation,
  outlinePlan,
  version,
  type Plan,
  type PlanOutline,
  type Shard,
} from '../ensemble/index.js';
import { outcomes } from '../model/outcomes/index.js';
import { isPopulationFile, type Scenario } from '../scenario/index.js';

/** The user's own districts in an output directory; its scenarios name them by it, however they were named before. */
export const populationFile = 'population.csv';

export const resultFormats = deepFreeze(['parquet', 'csv'] as const);
export type ResultFormat = (typeof resultFormats)[number];

/** All that decides the bits of a result. Two runs with one identity give the same files. */
export interface RunIdentity {
  /** Version of the program. */
  readonly accord: string;
  readonly kind: 'run' | 'compare';
  readonly format: ResultFormat;
  /** As run; the first is the baseline of a comparison. */
  readonly scenarios: readonly Scenario[];
  readonly population: { readonly id: string; readonly title: string; readonly hash: string };
  /** Hash of all parameters with their distributions. */
  readonly posterior: string;
  readonly seed: string;
  readonly replicates: number;
  /** Null for the whole. */
  readonly shard: Shard | null;
  readonly blockReplicates: number;
  readonly outcomes: readonly string[];
}

/** manifest.json of an output directory. */
export interface Manifest extends RunIdentity {
  readonly status: 'running' | 'complete';
  /** SHA-256 of each scenario's replicates; only when complete. */
  readonly digests?: Readonly<Record<string, string>>;
  /** Commit of the checkout that the program was built in, with -dirty where files differed from it. */
  readonly commit: string | null;
  readonly platform: string;
  /** ISO 8601. */
  readonly started: string;
  readonly finished?: string;
  /** As typed. */
  readonly commandLine: string;
  /** Command that makes the same results. */
  readonly reproduce: string;
}

export function identityOf(plan: Plan, kind: RunIdentity['kind'], format: ResultFormat): RunIdentity {
  const { id, title } = plan.population;
  return {
    accord: version,
    kind,
    format,
    scenarios: plan.scenarios.map((scenario) =>
      isPopulationFile(scenario.population) ? { ...scenario, population: populationFile } : scenario,
    ),
    population: { id, title, hash: hashPopulation(plan.population) },
    posterior: hashEvidence(),
    seed: plan.seed,
    replicates: plan.replicates,
    shard: plan.shard ?? null,
    blockReplicates,
    outcomes: outcomes.map(({ id: outcome }) => outcome),
  };
}

/** The plan behind an identity; it can be summarised, though not run without its population. */
export function outlineOf({ population, scenarios, seed, replicates, shard }: RunIdentity): PlanOutline {
  return outlinePlan({ populationId: population.id, scenarios, seed, replicates, shard: shard ?? undefined });
}

/** One field in which two identities differ: its dotted path and both values as text. */
export interface FieldDifference {
  readonly field: string;
  readonly left: string;
  readonly right: string;
}

const identityFields = [
  'accord',
  'kind',
  'format',
  'scenarios',
  'population',
  'posterior',
  'seed',
  'replicates',
  'shard',
  'blockReplicates',
  'outcomes',
] as const satisfies readonly (keyof RunIdentity)[];

/** The identity in a manifest, without the rest of it. */
export function identityIn(manifest: Manifest): RunIdentity {
  const fields = identityFields.map((field) => [field, manifest[field]] as const);
  return Object.fromEntries(fields) as unknown as RunIdentity;
}

/** Where two identities differ, field by field; empty where they agree. */
export function identityDifferences(
  left: RunIdentity,
  right: RunIdentity,
  except: readonly (keyof RunIdentity)[] = [],
): FieldDifference[] {
  return identityFields
    .filter((field) => !except.includes(field))
    .flatMap((field) => fieldDifferences(field, left[field], right[field]));
}

/** Where two values differ, as deep as they are objects. */
export function fieldDifferences(field: string, left: unknown, right: unknown): FieldDifference[] {
  if (!isObject(left) || !isObject(right)) {
    if (JSON.stringify(left) === JSON.stringify(right)) return [];
    return [{ field, left: inWords(left), right: inWords(right) }];
  }
  const keys = [...new Set([...Object.keys(left), ...Object.keys(right)])];
  const nameOf = (key: string): string => {
    const named = left[key] ?? right[key];
    return isObject(named) && typeof named['name'] === 'string' ? named['name'] : key;
  };
  return keys.flatMap((key) => fieldDifferences(`${field}.${nameOf(key)}`, left[key], right[key]));
}

function inWords(value: unknown): string {
  return typeof value === 'string' ? value : value === undefined ? 'nothing' : JSON.stringify(value);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
