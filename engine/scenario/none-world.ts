import { levers } from '../model/levers/index.js';
import { neutralContext } from './context-fields.js';
import { packageValues } from './lever-package.js';
import type { LeverSetting, Scenario } from './scenario.js';

/** Name of the world against which gains are measured. */
export const noneWorldName = 'none';

/**
 * The same population, months and assumptions without any policy, shock or recorded event: every lever at zero and
 * a neutral context. Scenarios that share those share this world.
 */
export function noneWorld(scenario: Scenario): Scenario {
  const endMonth = 12 * scenario.years;
  const settings = levers.map((lever): [string, LeverSetting] => [
    lever.id,
    { startMonth: 0, endMonth, rampMonths: 0, values: packageValues('none', lever) },
  ]);
  return {
    ...scenario,
    name: noneWorldName,
    title: 'No partnership',
    question: '',
    source: '',
    levers: Object.fromEntries(settings) as Scenario['levers'],
    context: neutralContext,
    stateDelays: {},
    events: [],
    reported: [],
  };
}
