import type { SweepFactor, SweepMethod, SweepPlan } from '../analysis/index.js';
import { hashEvidence, hashPopulation, version } from '../ensemble/index.js';
import { outcomes } from '../model/outcomes/index.js';
import type { Population } from '../population/index.js';
import type { Scenario } from '../scenario/index.js';
import { type FieldDifference, fieldDifferences } from './manifest.js';
import { studyReadme } from './study-readme.js';

/** All that decides the bits of a run of a sweep, save its factor values: a design that has grown goes on. */
export interface SweepIdentity {
  /** Version of the program. */
  readonly accord: string;
  readonly kind: 'sweep';
  /** As run, without the factors. */
  readonly scenario: Scenario;
  readonly population: { readonly id: string; readonly title: string; readonly hash: string };
  /** Hash of all parameters with their distributions. */
  readonly posterior: string;
  readonly seed: string;
  readonly replicates: number;
  /** Addresses of the factors, in the order of their columns. */
  readonly factors: readonly string[];
  readonly outcomes: readonly string[];
}

/** manifest.json of a sweep. */
export interface SweepManifest extends SweepIdentity {
  readonly title: string;
  readonly question: string;
  readonly design: SweepMethod;
  /** Label, unit and levels or range of each factor. */
  readonly varied: readonly SweepFactor[];
  /** Runs of the design. */
  readonly runs: number;
  readonly status: 'running' | 'complete';
  /** Runs that failed; only when complete. */
  readonly failed?: number;
  readonly platform: string;
  /** ISO 8601. */
  readonly started: string;
  readonly finished?: string;
  readonly commandLine: string;
}

export function sweepIdentity(
  { scenario, factors }: SweepPlan,
  population: Population,
  seed: string,
  replicates: number,
): SweepIdentity {
  return {
    accord: version,
    kind: 'sweep',
    scenario,
    population: { id: population.id, title: population.title, hash: hashPopulation(population) },
    posterior: hashEvidence(),
    seed,
    replicates,
    factors: factors.map(({ address }) => address),
    outcomes: outcomes.map(({ id }) => id),
  };
}

/** Where two sweeps differ so that runs of one are not runs of the other. */
export function sweepDifferences(left: SweepIdentity, right: SweepIdentity): FieldDifference[] {
  const fields = ['accord', 'kind', 'scenario', 'population', 'posterior', 'seed', 'replicates'] as const;
  return [...fields, 'factors' as const, 'outcomes' as const].flatMap((field) =>
    fieldDifferences(field, left[field], right[field]),
  );
}

/** README.txt of a sweep. */
export function sweepReadme(manifest: SweepManifest): string {
  const {
    title,
    question,
    design,
    runs,
    failed = 0,
    replicates,
    scenario,
    population,
    seed,
    factors,
  } = manifest;
  return studyReadme({
    what:
      `${title}: ${design} sweep of ${factors.length} factors around ${scenario.name}, ${population.title}, ` +
      `${scenario.years} years, ${runs} runs of ${replicates} replicates, seed ${JSON.stringify(seed)}`,
    files: {
      'runs.csv': 'one row a run: factor values, then mean, sd and quantiles of each outcome at the horizon',
      'codebook.csv': 'what each column means',
      'manifest.json':
        'version, scenario, factors with their ranges, seed, hashes of all data, platform and time',
      'scenario.yaml': 'the scenario around which the factors vary',
      'design.yaml': 'the design as read',
      SHA256SUMS: 'checksum of every file, for `sha256sum -c SHA256SUMS`',
    },
    notes: [
      ...(question === '' ? [] : [question, '']),
      'All runs share the seed and the replicates: they differ by their factors and not by their luck. An empty',
      'factor is as in the scenario; an assumption that is left alone varies between replicates.',
      ...(failed === 0 ? [] : ['', `${failed} runs failed; the column error says why.`]),
      '',
      'To find out under which conditions an outcome is bad:',
      '',
      '  accord-sim discover DIR --outcome apiGain --worst 0.2',
    ],
    commandLine: manifest.commandLine,
  });
}
