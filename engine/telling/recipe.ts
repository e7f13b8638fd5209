import { levers } from '../model/levers/index.js';
import type { Scenario } from '../scenario/scenario.js';
import { shellLine } from './shell-line.js';

/** What decides the numbers of a comparison. */
interface Setup {
  readonly scenario: Scenario;
  readonly baseline: Scenario;
  readonly seed: string;
}

/** How to get the same numbers again on a command line. */
export interface Recipe {
  readonly command: string;
  /** Scenario files that the command reads, where options can't say it all. */
  readonly files: readonly { readonly name: string; readonly text: string }[];
}

/** Where the bundled scenarios are found, and how any scenario is written as a file. */
export interface ScenarioFiles {
  readonly scenarioNames: readonly string[];
  loadScenario(name: string): Scenario;
  toYaml(scenario: Scenario): string;
}

/**
 * The command that computes a setup's comparison to the same digest. Lever values and assumptions become options; a
 * scenario changed in any other way becomes a file.
 */
export function recipeOf(setup: Setup, replicates: number, files: ScenarioFiles): Recipe {
  const { scenario, baseline } = setup;
  const reference = bundled(baseline.name, files);
  const settings = settingsOf(scenario, files);
  const shared = worldOptions(setup, replicates);
  if (settings !== undefined && reference !== undefined && sameBut(reference, baseline)) {
    const words = ['accord-sim', 'compare', baseline.name, scenario.name, ...shared, ...settings];
    return { command: shellLine(words), files: [] };
  }
  const written = [
    { name: 'baseline.yaml', text: files.toYaml(baseline) },
    { name: 'scenario.yaml', text: files.toYaml(scenario) },
  ];
  const words = ['accord-sim', 'compare', ...written.map(({ name }) => name), ...shared];
  return { command: shellLine(words), files: written };
}

/**
 * The command that studies a setup's scenario to the same figures.
 *
 * @param study name of the command
 * @param options words behind it that are the study's own
 */
export function studyRecipe(
  setup: Setup,
  replicates: number,
  files: ScenarioFiles,
  study: string,
  options: readonly string[],
): Recipe {
  const { scenario } = setup;
  const settings = settingsOf(scenario, files);
  const file = { name: 'scenario.yaml', text: files.toYaml(scenario) };
  const named = settings === undefined ? file.name : scenario.name;
  const shared = worldOptions(setup, replicates);
  const words = ['accord-sim', study, named, ...options, ...shared, ...(settings ?? [])];
  return { command: shellLine(words), files: settings === undefined ? [file] : [] };
}

function worldOptions({ scenario, seed }: Setup, replicates: number): readonly string[] {
  const { population, years } = scenario;
  const numbers = ['--years', String(years), '--replicates', String(replicates)];
  return ['--population', population, ...numbers, '--seed', seed];
}

function bundled(name: string, files: ScenarioFiles): Scenario | undefined {
  return files.scenarioNames.includes(name) ? files.loadScenario(name) : undefined;
}

/** The options that make a bundled scenario this one; undefined where options can't say it. */
function settingsOf(scenario: Scenario, files: ScenarioFiles): readonly string[] | undefined {
  const original = bundled(scenario.name, files);
  if (original === undefined || !sameBut(original, scenario)) return undefined;
  if (!Object.keys(original.assumptions).every((id) => id in scenario.assumptions)) return undefined;
  const settings = [...leverSettings(original, scenario), ...assumptionSettings(original, scenario)];
  return settings.flatMap((one) => ['--set', one]);
}

function leverSettings(from: Scenario, to: Scenario): readonly string[] {
  return levers.flatMap(({ id, fields }) =>
    fields.flatMap(({ id: field, choices }) => {
      const [before, after] = [from.levers[id].values[field], to.levers[id].values[field] ?? 0];
      return before === after ? [] : [`levers.${id}.${field}=${choices?.[after] ?? after}`];
    }),
  );
}

function assumptionSettings(from: Scenario, to: Scenario): readonly string[] {
  return Object.entries(to.assumptions)
    .filter(([id, value]) => from.assumptions[id] !== value)
    .map(([id, value]) => `assumptions.${id}=${value}`);
}

/** Equal in all that decides numbers and that options don't carry: timing, context, delays and events. */
function sameBut(a: Scenario, b: Scenario): boolean {
  return rest(a) === rest(b);
}

function rest({ levers: settings, context, stateDelays, events, years }: Scenario): string {
  const timing = Object.values(settings).map(({ startMonth, endMonth, rampMonths }) => [
    startMonth,
    endMonth >= 12 * years ? 'no end' : endMonth,
    rampMonths,
  ]);
  return JSON.stringify([timing, context, stateDelays, events]);
}
