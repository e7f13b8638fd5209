import { inProcess, type Executor } from '../../engine/ensemble/index.js';
import { parameterValue } from '../../engine/evidence/index.js';
import { outcomeIndex, outcomes } from '../../engine/model/outcomes/index.js';
import { loadScenario, type Scenario } from '../../engine/scenario/index.js';

/** What a made-up world ends with. */
export interface MadeUp {
  /** A lever's field. */
  readonly lever: (lever: keyof Scenario['levers'], field: string) => number;
  /** A parameter as drawn or held. */
  readonly parameter: (id: string) => number;
  /** The same in all worlds of a replicate. */
  readonly luck: number;
  readonly replicate: number;
}

/** An executor of a world in which each outcome is a formula, and all others are zero. */
export function madeUpWorld(
  formulas: Readonly<Record<string, (world: MadeUp) => number>>,
  before: (scenario: Scenario, replicate: number) => void = () => undefined,
): Executor {
  return inProcess(() => ({
    run(scenario, parameters, _root, replicate, out) {
      before(scenario, replicate);
      const months = 12 * scenario.years + 1;
      const world: MadeUp = {
        lever: (lever, field) => scenario.levers[lever].values[field] ?? 0,
        parameter: (id) => parameterValue(parameters, id),
        luck: ((replicate + 1) * 7919) % 101,
        replicate,
      };
      out.fill(0, 0, outcomes.length * months);
      for (const [id, formula] of Object.entries(formulas)) {
        out.fill(formula(world), outcomeIndex.get(id)! * months, (outcomeIndex.get(id)! + 1) * months);
      }
    },
  }));
}

/** One year of a scenario that the project has, short enough for many runs. */
export function oneYear(name: string): Scenario {
  const scenario = loadScenario(name);
  const levers = Object.fromEntries(
    Object.entries(scenario.levers).map(([id, setting]) => [id, { ...setting, endMonth: 12 }]),
  ) as Scenario['levers'];
  return { ...scenario, years: 1, levers };
}
