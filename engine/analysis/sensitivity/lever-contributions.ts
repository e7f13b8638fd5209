import { type Executor, version } from '../../ensemble/index.js';
import { levers, type LeverId } from '../../model/levers/index.js';
import { outcomeIndex, outcomeOf } from '../../model/outcomes/index.js';
import type { Scenario } from '../../scenario/index.js';
import { quantile } from '../../statistics/index.js';
import { respond, type ResponseHooks } from '../respond/model-response.js';
import type { ResponseSpec } from '../respond/read-horizon.js';
import { requireInput } from '../../input/index.js';
import { shapley } from '../../statistics/index.js';

export interface ContributionSpec extends ResponseSpec {
  /** Whose levers each lever of the scenario is measured against, such as `no-partnership`. */
  readonly baseline: Scenario;
  readonly scenario: Scenario;
}

/** What one lever contributes to an outcome at the horizon, in its unit. */
export interface LeverContribution {
  readonly lever: LeverId;
  readonly label: string;
  readonly mean: number;
  /** 90 percent t interval of the mean. */
  readonly low: number;
  readonly high: number;
  /** What nine of ten futures lie between. */
  readonly q05: number;
  readonly q95: number;
}

/** How the effect of a policy is made up. */
export interface ContributionsDocument {
  readonly accord: string;
  readonly baseline: string;
  readonly scenario: string;
  readonly seed: string;
  readonly replicates: number;
  readonly outcomes: Readonly<Record<string, OutcomeContributions>>;
}

export interface OutcomeContributions {
  readonly label: string;
  readonly unit: string;
  /** Mean effect of all levers together: the scenario against itself with the baseline's levers. */
  readonly total: number;
  /** In the order of the levers. They sum to the total; a lever that both set alike contributes exactly nothing. */
  readonly contributions: readonly LeverContribution[];
}

/**
 * Shapley value of each lever: its mean addition over all orders in which the baseline's levers can be replaced by the
 * scenario's. Exact over all subsets of the levers that differ, with common random numbers.
 *
 * Everything but the levers (context, events, assumptions) is the scenario's in all subsets, so that a change of an
 * assumption never counts as one of policy.
 *
 * @throws InputError when an outcome does not exist or the two differ in years
 * @throws Error naming the levers of a subset that fails
 * @throws the signal's reason when cancelled
 */
export async function leverContributions(
  { baseline, scenario, ...spec }: ContributionSpec,
  executor: Executor,
  hooks: Pick<ResponseHooks, 'signal' | 'onProgress'> = {},
): Promise<ContributionsDocument> {
  const { outcomes, seed, replicates } = spec;
  const { years } = scenario;
  requireInput(
    baseline.years === years,
    'baseline.years',
    baseline.years,
    `must be ${years}`,
    'give one horizon',
  );
  for (const id of outcomes) {
    requireInput(
      outcomeIndex.has(id),
      'outcomes',
      id,
      'must be the id of an outcome',
      'see the list of outcomes',
    );
  }
  const players = differingLevers(scenario, baseline);
  const at = (coalition: number): Scenario => mixed(scenario, baseline, players, coalition);
  const answers = await respond(2 ** players.length, at, spec, executor, hooks);
  const values = answers.map((answer, coalition) => {
    if (answer.kind === 'failed') throw new Error(`${at(coalition).name}: ${answer.error}`);
    return answer.values;
  });
  const shared = outcomes.map((id, place): [string, OutcomeContributions] => {
    const { label, unit } = outcomeOf(id);
    const contributions = contributionsOf(players, (coalition) => values[coalition]![place]!);
    return [
      id,
      {
        label,
        unit: unit.words,
        total: contributions.reduce((sum, { mean }) => sum + mean, 0),
        contributions,
      },
    ];
  });
  return {
    accord: version,
    baseline: baseline.name,
    scenario: scenario.name,
    seed,
    replicates,
    outcomes: Object.fromEntries(shared),
  };
}

/** The levers in which two scenarios differ; contributions run every subset of them. */
export function differingLevers(scenario: Scenario, baseline: Scenario): LeverId[] {
  return levers
    .map(({ id }) => id)
    .filter((id) => JSON.stringify(scenario.levers[id]) !== JSON.stringify(baseline.levers[id]));
}

function contributionsOf(
  players: readonly LeverId[],
  value: (coalition: number) => Float64Array,
): LeverContribution[] {
  const shares = players.length === 0 ? [] : shapley(players.length, value);
  return levers.map(({ id, label }) => {
    const share = shares[players.indexOf(id)];
    if (!share) return { lever: id, label, mean: 0, low: 0, high: 0, q05: 0, q95: 0 };
    const { mean, low, high } = share;
    const sorted = share.replicates.toSorted();
    return { lever: id, label, mean, low, high, q05: quantile(sorted, 0.05), q95: quantile(sorted, 0.95) };
  });
}

/** The scenario with its own levers where the coalition's bits say so, and the baseline's elsewhere. */
function mixed(
  scenario: Scenario,
  baseline: Scenario,
  players: readonly LeverId[],
  coalition: number,
): Scenario {
  const own = players.filter((_, player) => coalition & (1 << player));
  const others = players.filter((id) => !own.includes(id)).map((id) => [id, baseline.levers[id]] as const);
  const settings = { ...scenario.levers, ...Object.fromEntries(others) };
  return { ...scenario, name: `levers ${own.join(', ') || 'none'}`, levers: settings };
}
