import { stringify } from 'yaml';
import { levers, type Lever } from '../model/levers/index.js';
import { neutralContext } from './context-fields.js';
import { horizonEnd } from './resolve-lever.js';
import type { Scenario } from './scenario.js';

/** A scenario as a file that `parseScenario` reads back to the same scenario. Every lever is written out. */
export function scenarioToYaml(scenario: Scenario): string {
  return stringify(scenarioToDocument(scenario), { lineWidth: 110 });
}

/** A scenario as plain data in the shape of a scenario file, nothing left to a package or a default. */
export function scenarioToDocument(scenario: Scenario): Record<string, unknown> {
  const { title, question, source, population, years, firstMonth, context } = scenario;
  return {
    title,
    question,
    source,
    population,
    years,
    firstMonth,
    levers: Object.fromEntries(levers.map((lever) => [lever.id, leverDocument(lever, scenario)])),
    ...(JSON.stringify(context) === JSON.stringify(neutralContext) ? {} : { context }),
    ...(Object.keys(scenario.stateDelays).length === 0 ? {} : { stateDelays: scenario.stateDelays }),
    ...(scenario.events.length === 0 ? {} : { events: scenario.events }),
    ...(scenario.reported.length === 0 ? {} : { reported: scenario.reported }),
    ...(Object.keys(scenario.assumptions).length === 0 ? {} : { assumptions: scenario.assumptions }),
  };
}

function leverDocument(lever: Lever, { levers: settings, years }: Scenario): Record<string, unknown> {
  const { values, startMonth, endMonth, rampMonths } = settings[lever.id];
  const fields = lever.fields.map(({ id, choices }): [string, unknown] => [
    id,
    choices?.[values[id] ?? 0] ?? values[id],
  ]);
  return {
    ...Object.fromEntries(fields),
    ...(startMonth === 0 ? {} : { from: startMonth }),
    ...(endMonth === horizonEnd(years, startMonth) ? {} : { until: endMonth }),
    ...(rampMonths === 0 ? {} : { ramp: rampMonths }),
  };
}
