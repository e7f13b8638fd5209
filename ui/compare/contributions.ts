import { respond } from '../../engine/analysis/respond/model-response.js';
import { shapley, type Contribution } from '../../engine/statistics/sensitivity/shapley.js';
import type { Executor } from '../../engine/ensemble/executor.js';
import { levers, type Lever } from '../../engine/model/levers/index.js';
import type { Outcome } from '../../engine/model/outcome.js';
import { cost } from '../../engine/model/outcomes/cost.js';
import { pricedGains } from '../../engine/model/outcomes/index.js';
import type { Population } from '../../engine/population/index.js';
import type { Scenario } from '../../engine/scenario/scenario.js';

export interface ContributionSpec {
  readonly population: Population;
  readonly scenario: Scenario;
  /** In the scenario's surroundings. */
  readonly baseline: Scenario;
  readonly seed: string;
  readonly replicates: number;
}

/** What each lever adds to an outcome at the horizon. */
export interface LeverContribution {
  readonly lever: Lever;
  readonly contribution: Contribution;
}

export type Contributions = Readonly<Record<string, readonly LeverContribution[]>>;

/** Outcomes whose contributions are told: gains that have a price, and what they cost. */
export const contributionOutcomes: readonly Outcome[] = [...pricedGains, cost];

/**
 * Shapley values of the levers in which a scenario differs from its baseline, over all their subsets, under common
 * random numbers. Levers that are the same in both add nothing, and are left out.
 *
 * @returns by outcome id, one contribution a lever; empty lists where no lever differs
 * @throws Error naming the levers of a subset that failed
 */
export async function leverContributions(
  { scenario, baseline, ...spec }: ContributionSpec,
  pool: Executor,
  hooks: { readonly signal: AbortSignal; onProgress(done: number, total: number): void },
): Promise<Contributions> {
  const players = levers.filter(({ id }) => differs(scenario.levers[id], baseline.levers[id]));
  if (players.length === 0) return Object.fromEntries(contributionOutcomes.map(({ id }) => [id, []]));
  const subset = (bits: number): Scenario => {
    const own = players.map(({ id }, place) => [id, (bits & (1 << place) ? scenario : baseline).levers[id]]);
    const settings = { ...scenario.levers, ...Object.fromEntries(own) } as Scenario['levers'];
    return { ...scenario, name: `subset ${bits}`, levers: settings };
  };
  const questions = { ...spec, outcomes: contributionOutcomes.map(({ id }) => id) };
  const answers = await respond(1 << players.length, subset, questions, pool, {
    signal: hooks.signal,
    onProgress: ({ done, total }) => hooks.onProgress(done, total),
  });
  const valuesOf = (bits: number, outcome: number): Float64Array => {
    const answer = answers[bits]!;
    if (answer.kind === 'done') return answer.values[outcome]!;
    const names = players.filter((_, place) => bits & (1 << place)).map(({ label }) => label);
    throw new Error(`with ${names.length === 0 ? 'no lever' : names.join(', ')}: ${answer.error}`);
  };
  return Object.fromEntries(
    contributionOutcomes.map(({ id }, outcome) => {
      const shares = shapley(players.length, (bits) => valuesOf(bits, outcome));
      return [id, players.map((lever, place) => ({ lever, contribution: shares[place]! }))];
    }),
  );
}

function differs(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) !== JSON.stringify(b);
}
