import type { Problem } from '../input/index.js';
import { levers } from '../model/levers/index.js';
import { populationNames } from '../population/index.js';
import { neutralContext } from './context-fields.js';
import { nameRemedy } from '../input/index.js';
import type { Place } from '../input/index.js';
import { isPopulationFile } from './population-file.js';
import { resolveLever } from './resolve-lever.js';
import type { ScenarioDocument } from './scenario-document.js';
import type { Context, Scenario } from './scenario.js';
import { problemAt } from '../input/schema-problems.js';

/**
 * Fills in what a valid document leaves out and checks what no field can check alone.
 *
 * @param problems receives what is wrong; the scenario may run only when nothing was added
 */
export function resolveScenario(
  document: ScenarioDocument,
  name: string,
  place: Place,
  problems: Problem[],
): Scenario {
  const { title, question = '', source = '', population, years, firstMonth } = document;
  checkPopulation(population, place, problems);
  const settings = levers.map((lever) => [lever.id, resolveLever(lever, document, place, problems)]);
  return {
    name,
    title,
    question,
    source,
    population,
    years,
    firstMonth,
    levers: Object.fromEntries(settings) as Scenario['levers'],
    context: resolveContext(document),
    stateDelays: sorted(document.stateDelays ?? {}),
    events: document.events ?? [],
    reported: document.reported ?? [],
    assumptions: sorted(document.assumptions ?? {}),
  };
}

function checkPopulation(name: string, place: Place, problems: Problem[]): void {
  const names = populationNames.map(({ id }) => id);
  if (names.includes(name) || isPopulationFile(name)) return;
  const rule = 'must be the name of a population or a CSV file';
  problems.push(problemAt(place, ['population'], name, rule, nameRemedy(name, names)));
}

function resolveContext({ context = {} }: ScenarioDocument): Context {
  const given = context as { readonly [Key in keyof Context]?: Partial<Context[Key]> };
  return {
    turnover: given.turnover ?? neutralContext.turnover,
    mandatePressure: given.mandatePressure ?? neutralContext.mandatePressure,
    hostileLaw: { ...neutralContext.hostileLaw, ...given.hostileLaw },
    budgetShock: { ...neutralContext.budgetShock, ...given.budgetShock },
  };
}

/** Entries that hold a value, in an order that the file's order can't change. */
function sorted(record: Readonly<Record<string, number | undefined>>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(record)
      .filter((entry): entry is [string, number] => entry[1] !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
