import type { Timing } from '../../engine/model/lever.js';
import type { LeverId } from '../../engine/model/levers/index.js';
import type { ContextField } from '../../engine/scenario/context-fields.js';
import type { Context, Scenario } from '../../engine/scenario/scenario.js';

/** Everything that decides the numbers on the page; undo, redo and links act on this and nothing else. */
export interface Setup {
  readonly scenario: Scenario;
  /** Its levers are the baseline's own; population, years, context and assumptions follow the scenario. */
  readonly baseline: Scenario;
  readonly seed: string;
}

/**
 * The baseline in the scenario's surroundings, so that the difference between the two is the levers' and never
 * an assumption's.
 */
export function alignBaseline(baseline: Scenario, scenario: Scenario): Scenario {
  const { population, years, firstMonth, context, assumptions } = scenario;
  const levers = fitHorizon(baseline, years);
  return { ...baseline, population, years, firstMonth, context, assumptions, levers };
}

/** A setup for a scenario just loaded. */
export function setupOf(scenario: Scenario, baseline: Scenario, seed: string): Setup {
  return { scenario, baseline: alignBaseline(baseline, scenario), seed };
}

export function withScenario(setup: Setup, scenario: Scenario): Setup {
  return { ...setup, scenario, baseline: alignBaseline(setup.baseline, scenario) };
}

export function withLeverValue(setup: Setup, lever: LeverId, field: string, value: number): Setup {
  const { scenario } = setup;
  const setting = scenario.levers[lever];
  const levers = {
    ...scenario.levers,
    [lever]: { ...setting, values: { ...setting.values, [field]: value } },
  };
  return { ...setup, scenario: { ...scenario, levers } };
}

export function withTiming(setup: Setup, ids: readonly LeverId[], timing: Partial<Timing>): Setup {
  const { scenario } = setup;
  const changed = ids.map((id) => [id, { ...scenario.levers[id], ...timing }] as const);
  return {
    ...setup,
    scenario: { ...scenario, levers: { ...scenario.levers, ...Object.fromEntries(changed) } },
  };
}

export function contextValue(context: Context, [key, part]: ContextField['path']): number {
  const value: unknown = context[key as keyof Context];
  return Number(part === undefined ? value : (value as Readonly<Record<string, number>>)[part]);
}

export function withContext(setup: Setup, [key, part]: ContextField['path'], value: number): Setup {
  const { scenario } = setup;
  const whole = scenario.context[key as keyof Context];
  const changed = part === undefined || typeof whole === 'number' ? value : { ...whole, [part]: value };
  return withScenario(setup, { ...scenario, context: { ...scenario.context, [key]: changed } });
}

/** @param value undefined frees the parameter: each future draws its own again */
export function withAssumption(setup: Setup, id: string, value: number | undefined): Setup {
  const { [id]: _dropped, ...others } = setup.scenario.assumptions;
  const assumptions = value === undefined ? others : { ...others, [id]: value };
  return withScenario(setup, { ...setup.scenario, assumptions });
}

/** Other districts, and with them nothing of what the scenario says of districts or states by name. */
export function withPopulation(setup: Setup, population: string, firstMonth?: string): Setup {
  const { scenario } = setup;
  const month = firstMonth ?? scenario.firstMonth;
  return withScenario(setup, {
    ...scenario,
    population,
    firstMonth: month,
    stateDelays: {},
    events: [],
    reported: [],
  });
}

export function withYears(setup: Setup, years: number): Setup {
  const { scenario } = setup;
  return withScenario(setup, { ...scenario, years, levers: fitHorizon(scenario, years) });
}

/** A lever that ran to the old horizon runs to the new one; one that stopped earlier stops where it did. */
function fitHorizon(scenario: Scenario, years: number): Scenario['levers'] {
  const [before, after] = [12 * scenario.years, 12 * years];
  const entries = Object.entries(scenario.levers).map(([id, setting]) => [
    id,
    {
      ...setting,
      startMonth: Math.min(setting.startMonth, after - 1),
      endMonth: setting.endMonth >= before ? after : Math.min(setting.endMonth, after),
    },
  ]);
  return Object.fromEntries(entries) as Scenario['levers'];
}

/** The scenario with the baseline's levers: the two worlds are then the same. */
export function withBaselineLevers(setup: Setup): Setup {
  return { ...setup, scenario: { ...setup.scenario, levers: setup.baseline.levers } };
}
