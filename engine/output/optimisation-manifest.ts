import { type OptimiseSpec, variedFactor, type VariedFactor } from '../analysis/index.js';
import { hashEvidence, hashPopulation, version } from '../ensemble/index.js';
import type { Scenario } from '../scenario/index.js';
import { type FieldDifference, fieldDifferences } from './manifest.js';

/** All that decides the bits of an optimisation, save for how many generations it goes on. */
export interface OptimisationIdentity {
  /** Version of the program. */
  readonly accord: string;
  readonly kind: 'optimise';
  /** As run, without the amounts that are chosen. */
  readonly scenario: Scenario;
  readonly population: { readonly id: string; readonly title: string; readonly hash: string };
  /** Hash of all parameters with their distributions. */
  readonly posterior: string;
  readonly seed: string;
  readonly outcome: string;
  readonly budget: number;
  readonly budgetOf: 'mean' | 'q90';
  /** The amounts that are chosen, with their ranges. */
  readonly factors: readonly VariedFactor[];
  /** Mixes of a generation. */
  readonly mixes: number;
  /** Replicates of the search, and those after them on which its findings are judged. */
  readonly replicates: number;
  readonly finalReplicates: number;
}

/** manifest.json of an optimisation. */
export interface OptimisationManifest extends OptimisationIdentity {
  readonly generations: number;
  readonly status: 'running' | 'complete';
  readonly platform: string;
  /** ISO 8601. */
  readonly started: string;
  readonly finished?: string;
  readonly commandLine: string;
}

export function optimisationIdentity(spec: OptimiseSpec): OptimisationIdentity {
  const { scenario, population, seed, outcome, budget, budgetOf } = spec;
  const { id, title } = population;
  return {
    accord: version,
    kind: 'optimise',
    scenario,
    population: { id, title, hash: hashPopulation(population) },
    posterior: hashEvidence(),
    seed,
    outcome,
    budget,
    budgetOf,
    factors: spec.factors.map(variedFactor),
    mixes: spec.mixes,
    replicates: spec.replicates,
    finalReplicates: spec.finalReplicates,
  };
}

/** Where an optimisation differs from one that is to be gone on with; its generations may grow, but not shrink. */
export function optimisationDifferences(
  found: OptimisationManifest,
  wanted: OptimisationIdentity,
  generations: number,
): FieldDifference[] {
  const fields = Object.keys(wanted) as (keyof OptimisationIdentity)[];
  const differences = fields.flatMap((field) => fieldDifferences(field, found[field], wanted[field]));
  if (generations >= found.generations) return differences;
  return [...differences, ...fieldDifferences('generations', found.generations, generations)];
}
