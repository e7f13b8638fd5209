import type { PopulationInfo } from '../../engine/population/index.js';
import type { Scenario } from '../../engine/scenario/scenario.js';
import type { AssumptionLabel } from './changes.js';
import type { Compare } from './run-scheduler.js';

/** What the page asks of the engine. */
export interface Engine {
  readonly scenarioNames: readonly string[];
  readonly populations: readonly PopulationInfo[];
  /** Title of a bundled scenario. */
  titleOf(name: string): string;
  loadScenario(name: string): Scenario;
  /** A scenario as the file that the command line reads. */
  toYaml(scenario: Scenario): string;
  /** Names and units of the assumptions, by parameter id. */
  readonly labels: ReadonlyMap<string, AssumptionLabel>;
  readonly compare: Compare;
}
